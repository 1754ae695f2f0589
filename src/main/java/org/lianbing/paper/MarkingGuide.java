package org.lianbing.paper;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What somebody has before them who marks written responses. All texts are HTML; never part of what a candidate is sent.
 *
 * @param caseStem of the 案例 it is a part of; null for an item by itself
 * @param stem what was asked
 * @param points of the rubric, in their order
 * @param sample a response that gets everything; empty for none
 * @param hints for the marker alone; empty for none
 */
public record MarkingGuide(
        @Nullable String caseStem, String stem, List<SlotFeedback.RubricPoint> points, String sample, String hints) {

    public MarkingGuide {
        points = List.copyOf(points);
    }
}

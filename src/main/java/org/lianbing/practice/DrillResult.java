package org.lianbing.practice;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.lianbing.attempt.AttemptSummary;
import org.lianbing.attempt.SlotResult;
import org.lianbing.course.LessonRef;
import org.lianbing.trade.Point;

/**
 * What came of a drill.
 *
 * @param summary the attempt
 * @param slots its slots in order
 * @param mistakes how many items wait in the person's mistake book now
 */
public record DrillResult(AttemptSummary summary, List<Line> slots, int mistakes) {

    /**
     * A slot with what it tested.
     *
     * @param result the response with its feedback
     * @param point what it tested; null where the outline has changed
     * @param lesson the lesson that teaches a point that was missed; null for a right answer or where there is none
     */
    public record Line(
            SlotResult result,
            @Nullable Point point,
            @Nullable LessonRef lesson) {

        public boolean correct() {
            return result.fraction().compareTo(BigDecimal.ONE) == 0;
        }
    }

    public DrillResult {
        slots = List.copyOf(slots);
    }

    /** How many were right. */
    public int correct() {
        return (int) slots.stream().filter(Line::correct).count();
    }
}

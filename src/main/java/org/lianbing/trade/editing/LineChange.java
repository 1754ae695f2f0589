package org.lianbing.trade.editing;

import java.util.Map;

/** What a person does to the lines of a draft. */
public sealed interface LineChange {

    /** Changes texts of a line. */
    record Mend(int line, Map<OutlineField, String> texts) implements LineChange {
        public Mend {
            texts = Map.copyOf(texts);
        }
    }

    /** Adds a line behind another; 0 puts it at the top. */
    record Insert(int after, OutlineLine.Kind kind, int depth) implements LineChange {}

    /** Takes a line out; of a range the lines inside it stay and belong to the range before. */
    record Remove(int line) implements LineChange {}

    /** Makes a line a range at this depth, or a point. */
    record Become(int line, OutlineLine.Kind kind, int depth) implements LineChange {}

    /** Scales the weights of the ranges beside this one, and its own, so that they add up. */
    record ScaleWeights(int line) implements LineChange {}

    /** Gives an importance to all points that have none or one that cannot be read. */
    record FillImportance(org.lianbing.trade.Importance importance) implements LineChange {}
}

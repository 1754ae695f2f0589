package org.lianbing.exam;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.lianbing.attempt.SlotFigures;
import org.lianbing.paper.Slot;
import org.lianbing.paper.SlotFeedback;

/**
 * A slot as somebody sees it who looks for a wrong key.
 *
 * @param slot with its key and with what is in force
 * @param feedback stem, options and key as candidates will read them; of a 计算 those of the first variant
 * @param figures how it was answered; null where nobody has a score
 * @param flags what speaks for a wrong key
 */
public record SlotSheet(
        Slot slot,
        @Nullable SlotFeedback feedback,
        @Nullable SlotFigures figures,
        Set<Flag> flags) {

    /** What speaks for a wrong key. */
    public enum Flag {
        /** More people gave one wrong answer than gave the right one. */
        WRONG_BEATS_KEY,
        /** The better candidates do worse than the weaker ones. */
        GOOD_FAIL
    }

    public SlotSheet {
        flags = Set.copyOf(flags);
    }
}

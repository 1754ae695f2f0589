package org.lianbing.exam;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.lianbing.attempt.SlotFigures;
import org.lianbing.paper.Slot;
import org.lianbing.paper.SlotFeedback;
import org.lianbing.paper.print.Letters;

/**
 * A slot as somebody sees it who looks for a wrong key.
 *
 * @param form which form of the exam, from 1: the first one that has the item; 0 where there is one alone
 * @param slot with its key and with what is in force
 * @param feedback stem, options and key as candidates will read them; of a 计算 those of the first variant
 * @param figures how it was answered; null where nobody has a score
 * @param flags what speaks for a wrong key
 */
public record SlotSheet(
        int form,
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

    /** The slot as people name it. */
    public String label() {
        return Letters.slot(form, slot.number());
    }
}

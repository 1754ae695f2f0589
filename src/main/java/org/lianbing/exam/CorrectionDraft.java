package org.lianbing.exam;

import org.lianbing.base.Problem;
import org.lianbing.paper.Corrections;
import org.lianbing.paper.SlotRuling;
import org.lianbing.paper.print.Letters;

/**
 * What somebody proposes.
 *
 * @param form of which form, from 1; 0 where there is one alone
 * @param slot of which slot of the frozen form
 * @param ruling what is to hold
 * @param reason as candidates will read it, 1 to 500 characters
 * @param reportsItem whether the bank is told, on approval, that the item itself needs mending
 */
public record CorrectionDraft(int form, int slot, SlotRuling ruling, String reason, boolean reportsItem) {

    /** Where there is one form alone. */
    public CorrectionDraft(int slot, SlotRuling ruling, String reason, boolean reportsItem) {
        this(0, slot, ruling, reason, reportsItem);
    }

    public CorrectionDraft {
        reason = reason.strip();
        if (reason.isEmpty() || reason.length() > Corrections.LONGEST_REASON) {
            throw Problem.invalid("exam.correction.reason-length", Corrections.LONGEST_REASON)
                    .with("field", "reason");
        }
    }

    /** The slot as people name it. */
    public String label() {
        return Letters.slot(form, slot);
    }
}

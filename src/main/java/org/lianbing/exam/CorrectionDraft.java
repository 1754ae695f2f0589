package org.lianbing.exam;

import org.lianbing.base.Problem;
import org.lianbing.paper.Corrections;
import org.lianbing.paper.SlotRuling;

/**
 * What somebody proposes.
 *
 * @param slot of which slot of the frozen form
 * @param ruling what is to hold
 * @param reason as candidates will read it, 1 to 500 characters
 * @param reportsItem whether the bank is told, on approval, that the item itself needs mending
 */
public record CorrectionDraft(int slot, SlotRuling ruling, String reason, boolean reportsItem) {

    public CorrectionDraft {
        reason = reason.strip();
        if (reason.isEmpty() || reason.length() > Corrections.LONGEST_REASON) {
            throw Problem.invalid("exam.correction.reason-length", Corrections.LONGEST_REASON)
                    .with("field", "reason");
        }
    }
}

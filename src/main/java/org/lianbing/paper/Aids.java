package org.lianbing.paper;

import org.lianbing.base.Problem;

/**
 * What a candidate may use at a paper, and whether its text may be taken along. It is frozen with the form.
 *
 * @param calculator whether there is a calculator
 * @param formulaSheet formulas to look at, Markdown with TeX, up to 4000 characters; empty for none
 * @param guarded whether the player hinders copying and printing of the items
 */
public record Aids(boolean calculator, String formulaSheet, boolean guarded) {

    /** Nothing but one's head. */
    public static final Aids NONE = new Aids(false, "", false);

    /** As long as a formula sheet may be. */
    public static final int LONGEST_SHEET = 4000;

    public Aids {
        formulaSheet = formulaSheet.strip();
        if (formulaSheet.length() > LONGEST_SHEET) {
            throw Problem.invalid("paper.formula-sheet", LONGEST_SHEET);
        }
    }

    /** Whether there is a formula sheet. */
    public boolean hasFormulas() {
        return !formulaSheet.isEmpty();
    }
}

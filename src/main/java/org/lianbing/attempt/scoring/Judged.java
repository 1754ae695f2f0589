package org.lianbing.attempt.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.lianbing.attempt.scoring.SlotScore.Reason;
import org.lianbing.bank.PartialCredit;

/**
 * What a response came to, before the slot's score is counted in.
 *
 * @param fraction 0 to 1, six places
 * @param reason why
 */
record Judged(BigDecimal fraction, Reason reason) {

    private static final int PLACES = 6;

    static final Judged RIGHT = new Judged(BigDecimal.ONE, Reason.RIGHT);

    static final Judged GRANTED = new Judged(BigDecimal.ONE, Reason.GRANTED);

    static Judged nothing(Reason reason) {
        return new Judged(BigDecimal.ZERO, reason);
    }

    static Judged allOrNothing(boolean right) {
        return right ? RIGHT : nothing(Reason.WRONG);
    }

    /** A share of a whole, for a reason that is neither right nor wrong by itself. */
    static Judged share(BigDecimal part, BigDecimal whole, Reason reason) {
        BigDecimal fraction = whole.signum() == 0
                ? BigDecimal.ZERO
                : part.max(BigDecimal.ZERO).min(whole).divide(whole, PLACES, RoundingMode.HALF_UP);
        return new Judged(fraction, reason);
    }

    /**
     * By the rule for what is right in part.
     *
     * @param right how many parts are
     * @param wrong how many picks or entries are not
     * @param all how many parts there are
     * @param picked whether a wrong one was picked on purpose, so that under {@link PartialCredit#RIGHT_PARTS} it voids
     */
    static Judged parts(PartialCredit rule, int right, int wrong, int all, boolean picked) {
        if (right == all && wrong == 0) {
            return RIGHT;
        }
        if (rule == PartialCredit.RIGHT_PARTS && picked && wrong > 0) {
            return nothing(Reason.WRONG_PICK);
        }
        int counted = switch (rule) {
            case ALL_OR_NOTHING -> 0;
            case RIGHT_PARTS -> right;
            case NET_RIGHT -> Math.max(0, right - wrong);
        };
        return counted == 0
                ? nothing(Reason.WRONG)
                : share(BigDecimal.valueOf(counted), BigDecimal.valueOf(all), Reason.PARTLY);
    }
}

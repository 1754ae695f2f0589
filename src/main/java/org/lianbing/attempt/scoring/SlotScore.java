package org.lianbing.attempt.scoring;

import java.math.BigDecimal;

/**
 * What a slot came to.
 *
 * @param slot which
 * @param fraction 0 to 1, six places
 * @param score fraction × max score, two places, so that what is shown adds up
 * @param reason why
 */
public record SlotScore(int slot, BigDecimal fraction, BigDecimal score, Reason reason) {

    /** Why a fraction is what it is. */
    public enum Reason {
        /** All right. */
        RIGHT,
        /** Some of the right picks and no wrong one. */
        PARTLY,
        /** A wrong pick voids a 多选. */
        WRONG_PICK,
        WRONG,
        /** Nothing was answered. */
        BLANK
    }

    /** Whether it got the full score. */
    public boolean correct() {
        return reason == Reason.RIGHT;
    }
}

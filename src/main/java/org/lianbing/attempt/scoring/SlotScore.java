package org.lianbing.attempt.scoring;

import java.math.BigDecimal;
import java.util.Locale;

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
        /** Some of it, by the slot's rule. */
        PARTLY,
        /** A wrong pick voids a 多选 or a 热点 under the rule that says so. */
        WRONG_PICK,
        WRONG,
        /** The right number with too many or too few significant figures. */
        FIGURES,
        /** Nothing was answered. */
        BLANK,
        /** What the writer or worker found in the own work (自评). */
        SELF_ASSESSED,
        /** Waits for somebody who marks it. */
        UNMARKED,
        /** What people found in it (评阅). */
        MARKED,
        /** The slot is void by a correction, and everybody has its full score. */
        GRANTED,
        /** The slot is void by a correction and counts nothing for anybody. */
        TAKEN_OUT;

        /** The name in the API. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether it got the full score. */
    public boolean correct() {
        return fraction.compareTo(BigDecimal.ONE) == 0;
    }
}

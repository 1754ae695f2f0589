package org.lianbing.attempt;

import java.math.BigDecimal;

import org.lianbing.base.PersonId;

/**
 * What a correction makes of one attempt.
 *
 * @param attempt which
 * @param person whose
 * @param isVoid whether it was declared void, so that it is scored but ranked nowhere
 * @param before the score it has
 * @param maxBefore what could be reached
 * @param after the score it gets
 * @param maxAfter what can be reached then
 */
public record Regraded(
        AttemptId attempt,
        PersonId person,
        boolean isVoid,
        BigDecimal before,
        BigDecimal maxBefore,
        BigDecimal after,
        BigDecimal maxAfter) {

    /** Whether the score is another one. */
    public boolean changes() {
        return before.compareTo(after) != 0;
    }

    /** By how much; below nothing where it falls. */
    public BigDecimal difference() {
        return after.subtract(before);
    }
}

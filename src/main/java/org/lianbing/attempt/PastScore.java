package org.lianbing.attempt;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A result that a regrade put another one in the place of.
 *
 * @param generation of the form's keys by which it had been scored; 0 as they were frozen
 * @param score what it was
 * @param maxScore of how much
 * @param scoredAt when it came about
 * @param replacedBy the generation that replaced it
 * @param replacedAt when
 */
public record PastScore(
        int generation, BigDecimal score, BigDecimal maxScore, Instant scoredAt, int replacedBy, Instant replacedAt) {}

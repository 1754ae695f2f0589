package org.lianbing.exam.marking;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * An answer about which two opinions differed too much.
 *
 * @param question of the exam
 * @param number among the answers to it
 * @param first points of the first opinion
 * @param second of the second
 * @param third of the third; null while it is waited for
 */
public record Difference(
        int question,
        int number,
        BigDecimal first,
        BigDecimal second,
        @Nullable BigDecimal third) {}

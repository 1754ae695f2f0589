package org.lianbing.bank;

import java.math.BigDecimal;

/**
 * A quantity that differs between the variants of a 计算.
 *
 * @param name a letter, then letters, digits and underscores; upper and lower case are the same
 * @param from the least value
 * @param to the greatest
 * @param step from one value to the next, above 0
 */
public record Variable(String name, BigDecimal from, BigDecimal to, BigDecimal step) {

    /** How many values it can take; 0 where the range or the step makes no sense. */
    public long values() {
        if (step.signum() <= 0 || to.compareTo(from) < 0) {
            return 0;
        }
        return to.subtract(from).divideToIntegralValue(step).longValue() + 1;
    }

    /** The value at a place, from 0. */
    public BigDecimal value(long place) {
        return from.add(step.multiply(BigDecimal.valueOf(place)));
    }
}

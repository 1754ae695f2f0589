package org.lianbing.attempt.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

import org.lianbing.base.Problem;
import org.lianbing.paper.Slot;
import org.lianbing.paper.SlotKey;

/** What each point of a rubric counts in points of its slot, and what given points come to. */
public final class RubricShares {

    private static final int POINT_PLACES = 2;
    private static final int FRACTION_PLACES = 6;

    private final Map<String, BigDecimal> weights = new LinkedHashMap<>();
    private final Map<String, BigDecimal> shares = new LinkedHashMap<>();
    private final BigDecimal all;
    private final BigDecimal worth;

    private RubricShares(Slot slot, SlotKey.Written key) {
        worth = slot.maxScore();
        all = key.points().stream().map(SlotKey.Weight::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        for (SlotKey.Weight line : key.points()) {
            weights.put(line.token(), line.points());
            shares.put(line.token(), line.points().multiply(worth).divide(all, POINT_PLACES, RoundingMode.HALF_UP));
        }
    }

    /**
     * Of a slot.
     *
     * @throws Problem conflict, where nobody marks it by a rubric
     */
    public static RubricShares of(Slot slot) {
        if (!(slot.key() instanceof SlotKey.Written written)) {
            throw Problem.conflict("attempt.mark.not-written");
        }
        return new RubricShares(slot, written);
    }

    /** By token, in the order of the rubric; two places. */
    public Map<String, BigDecimal> most() {
        return Map.copyOf(shares);
    }

    /** The tokens in the order of the rubric. */
    public Iterable<String> tokens() {
        return shares.keySet();
    }

    /**
     * What given points come to: who gets all of a point gets its whole share, whatever was lost to rounding.
     *
     * @throws Problem invalid, where a point is not of this rubric, or more than it counts
     */
    public BigDecimal fraction(Map<String, BigDecimal> given) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<String, BigDecimal> one : given.entrySet()) {
            BigDecimal most = shares.get(one.getKey());
            BigDecimal points = one.getValue();
            if (most == null || points.signum() < 0 || points.compareTo(most) > 0 || points.scale() > POINT_PLACES) {
                throw Problem.invalid("attempt.mark.points").with("field", "points");
            }
            BigDecimal weight = weights.getOrDefault(one.getKey(), BigDecimal.ZERO);
            sum = sum.add(
                    points.compareTo(most) == 0
                            ? weight
                            : points.multiply(all).divide(worth, 2 * FRACTION_PLACES, RoundingMode.HALF_UP));
        }
        return sum.min(all).divide(all, FRACTION_PLACES, RoundingMode.HALF_UP);
    }

    /** A fraction in points of the slot; two places. */
    public BigDecimal points(BigDecimal fraction) {
        return fraction.multiply(worth).setScale(POINT_PLACES, RoundingMode.HALF_UP);
    }
}

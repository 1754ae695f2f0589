package org.lianbing.attempt;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.lianbing.base.Problem;

/**
 * How many people mark a response, and what their marks come to (单评, 双评, 三评). With two opinions no further apart than
 * the difference both count, and the result is their mean. Further apart, somebody else gives a third one, which counts
 * together with the nearer of the two where it is no further from it than the difference, of two equally near ones with
 * the higher; and alone where it agrees with neither (仲裁).
 *
 * @param opinions 1 or 2
 * @param difference in points of the slot, up to which two opinions agree; without meaning for one
 */
public record OpinionRule(int opinions, BigDecimal difference) {

    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    /** Where nobody says otherwise: one person marks. */
    public static final OpinionRule SINGLE = new OpinionRule(1, BigDecimal.ZERO);

    /** The number of the opinion that decides. */
    public static final int THIRD = 3;

    public OpinionRule {
        if (opinions < 1 || opinions > 2) {
            throw Problem.invalid("attempt.mark.opinions");
        }
        if (difference.signum() < 0 || difference.compareTo(MOST) > 0 || difference.scale() > 2) {
            throw Problem.invalid("attempt.mark.difference");
        }
    }

    /** Whether two people mark each response. */
    public boolean isDouble() {
        return opinions == 2;
    }

    /** What a response's opinions come to. */
    public sealed interface Verdict {}

    /** There is a result: the mean of these opinions. */
    public record Settled(List<Integer> by) implements Verdict {
        public Settled {
            by = List.copyOf(by);
        }
    }

    /** One more opinion is wanted, of this number. */
    public record Waits(int opinion) implements Verdict {}

    /**
     * What these opinions come to.
     *
     * @param points in points of the slot, by number of the opinion
     */
    public Verdict verdict(Map<Integer, BigDecimal> points) {
        for (int opinion = 1; opinion <= opinions; opinion++) {
            if (!points.containsKey(opinion)) {
                return new Waits(opinion);
            }
        }
        if (!isDouble()) {
            return new Settled(List.of(1));
        }
        BigDecimal first = points.getOrDefault(1, BigDecimal.ZERO);
        BigDecimal second = points.getOrDefault(2, BigDecimal.ZERO);
        if (agree(first, second)) {
            return new Settled(List.of(1, 2));
        }
        BigDecimal third = points.get(THIRD);
        return third == null ? new Waits(THIRD) : decided(first, second, third);
    }

    private Verdict decided(BigDecimal first, BigDecimal second, BigDecimal third) {
        int nearer = distance(third, first).compareTo(distance(third, second));
        boolean withFirst = nearer == 0 ? first.compareTo(second) > 0 : nearer < 0;
        return agree(third, withFirst ? first : second)
                ? new Settled(List.of(withFirst ? 1 : 2, THIRD))
                : new Settled(List.of(THIRD));
    }

    private boolean agree(BigDecimal one, BigDecimal other) {
        return distance(one, other).compareTo(difference) <= 0;
    }

    private static BigDecimal distance(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs();
    }
}

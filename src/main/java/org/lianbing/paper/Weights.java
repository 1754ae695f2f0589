package org.lianbing.paper;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Splits a score by weights. */
final class Weights {

    private static final int PLACES = 2;
    private static final int SHARE_PLACES = 12;

    private Weights() {}

    /** Shares of two places that add up to the total: largest remainder, ties to the earlier one. */
    static List<BigDecimal> split(BigDecimal total, List<BigDecimal> weights) {
        BigDecimal whole = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<BigDecimal> shares = new ArrayList<>();
        List<BigDecimal> remainders = new ArrayList<>();
        for (BigDecimal weight : weights) {
            BigDecimal exact = total.multiply(weight).divide(whole, SHARE_PLACES, RoundingMode.HALF_UP);
            BigDecimal floor = exact.setScale(PLACES, RoundingMode.FLOOR);
            shares.add(floor);
            remainders.add(exact.subtract(floor));
        }
        BigDecimal left = total.subtract(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        int cents =
                left.movePointRight(PLACES).setScale(0, RoundingMode.HALF_UP).intValueExact();
        IntStream.range(0, weights.size())
                .boxed()
                .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
                .limit(cents)
                .forEach(place -> shares.set(place, shares.get(place).add(BigDecimal.valueOf(1, PLACES))));
        return List.copyOf(shares);
    }
}

package org.lianbing.practice;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.lianbing.base.TradeId;

/** Divides a number of items by weight, by largest remainder, where no part can give more than it has. */
final class Shares {

    private Shares() {}

    /**
     * How many each part gives.
     *
     * @param count how many altogether
     * @param weights the weight of each part; a part without one gives only what the others cannot
     * @param sizes how many each part has
     */
    static Map<TradeId, Integer> of(int count, Map<TradeId, BigDecimal> weights, Map<TradeId, Integer> sizes) {
        Map<TradeId, Integer> shares = new LinkedHashMap<>();
        sizes.keySet().forEach(trade -> shares.put(trade, 0));
        int left = count;
        while (left > 0) {
            List<TradeId> open = sizes.keySet().stream()
                    .filter(trade -> shares.getOrDefault(trade, 0) < sizes.getOrDefault(trade, 0))
                    .toList();
            if (open.isEmpty()) {
                break;
            }
            left -= hand(left, open, weights, shares, sizes);
        }
        return shares;
    }

    /** Hands out one round; whoever is full leaves the rest to the next round. At least one item is handed out. */
    private static int hand(
            int left,
            List<TradeId> open,
            Map<TradeId, BigDecimal> weights,
            Map<TradeId, Integer> shares,
            Map<TradeId, Integer> sizes) {
        List<TradeId> weighty = open.stream()
                .filter(trade -> weight(weights, trade).signum() > 0)
                .toList();
        List<TradeId> takers = weighty.isEmpty() ? open : weighty;
        Map<TradeId, BigDecimal> exact = exact(left, takers, weights);
        int handed = 0;
        for (TradeId trade : takers) {
            handed += give(trade, exact.getOrDefault(trade, BigDecimal.ZERO).intValue(), shares, sizes);
        }
        List<TradeId> byRemainder = takers.stream()
                .sorted(Comparator.comparing((TradeId trade) ->
                                exact.getOrDefault(trade, BigDecimal.ZERO).remainder(BigDecimal.ONE))
                        .reversed())
                .toList();
        int whole = takers.stream()
                .mapToInt(trade -> exact.getOrDefault(trade, BigDecimal.ZERO).intValue())
                .sum();
        for (TradeId trade : byRemainder) {
            if (whole < left) {
                whole++;
                handed += give(trade, 1, shares, sizes);
            }
        }
        return handed;
    }

    private static Map<TradeId, BigDecimal> exact(int left, List<TradeId> takers, Map<TradeId, BigDecimal> weights) {
        BigDecimal all = takers.stream().map(trade -> weight(weights, trade)).reduce(BigDecimal.ZERO, BigDecimal::add);
        Map<TradeId, BigDecimal> exact = new LinkedHashMap<>();
        for (TradeId trade : takers) {
            BigDecimal part = all.signum() == 0
                    ? BigDecimal.ONE.divide(BigDecimal.valueOf(takers.size()), MathContext.DECIMAL64)
                    : weight(weights, trade).divide(all, MathContext.DECIMAL64);
            exact.put(trade, part.multiply(BigDecimal.valueOf(left)));
        }
        return exact;
    }

    private static int give(TradeId trade, int wanted, Map<TradeId, Integer> shares, Map<TradeId, Integer> sizes) {
        int had = shares.getOrDefault(trade, 0);
        int given = Math.min(wanted, sizes.getOrDefault(trade, 0) - had);
        shares.put(trade, had + given);
        return given;
    }

    private static BigDecimal weight(Map<TradeId, BigDecimal> weights, TradeId trade) {
        return weights.getOrDefault(trade, BigDecimal.ZERO);
    }
}

package org.lianbing.paper;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.lianbing.bank.PoolItem;
import org.lianbing.base.TradeId;
import org.lianbing.trade.Importance;
import org.lianbing.trade.Outline;
import org.lianbing.trade.Point;
import org.lianbing.trade.PointId;
import org.lianbing.trade.Range;

/**
 * What a paper is spread over: the top ranges of the outline, then the foundations it includes, each with its weight in
 * percent of the whole paper. Items that test none of it belong to no stratum.
 */
final class Strata {

    /** The stratum of an item that belongs to none. */
    static final int NONE = -1;

    private final List<BigDecimal> weights = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final Map<PointId, String> points = new HashMap<>();
    private final Map<PointId, Integer> stratumOfPoint = new HashMap<>();
    private final Map<TradeId, Integer> stratumOfFoundation = new HashMap<>();
    private final Map<PointId, Importance> importances = new HashMap<>();

    /**
     * @param foundations the names of the foundations that the outline includes
     */
    Strata(Outline outline, Map<TradeId, String> foundations) {
        for (Range top : outline.ranges()) {
            addPoints(top, weights.size());
            weights.add(top.weight());
            names.add(top.code() + " " + top.name());
        }
        for (Outline.Inclusion inclusion : outline.inclusions()) {
            stratumOfFoundation.put(inclusion.foundation(), weights.size());
            weights.add(inclusion.weight());
            names.add(foundations.getOrDefault(inclusion.foundation(), ""));
        }
    }

    private void addPoints(Range range, int stratum) {
        for (Point point : range.points()) {
            stratumOfPoint.put(point.id(), stratum);
            importances.put(point.id(), point.importance());
            points.put(point.id(), point.code() + " " + point.name());
        }
        range.ranges().forEach(inner -> addPoints(inner, stratum));
    }

    /** How many there are. */
    int count() {
        return weights.size();
    }

    /** What a stratum is called. */
    String name(int stratum) {
        return names.get(stratum);
    }

    /** What a point of the outline is called; empty for one that is not its own. */
    String name(PointId point) {
        return points.getOrDefault(point, "");
    }

    /** Where an item belongs; the earliest where its points stand in several. */
    int of(PoolItem item) {
        Integer foundation = stratumOfFoundation.get(item.trade());
        if (foundation != null) {
            return foundation;
        }
        return item.points().stream()
                .filter(stratumOfPoint::containsKey)
                .mapToInt(stratumOfPoint::get)
                .min()
                .orElse(NONE);
    }

    /** 0 where a core point (X) is tested, 1 for a general one, 2 for an auxiliary or unknown one. */
    int importance(PoolItem item) {
        return item.points().stream()
                .map(importances::get)
                .mapToInt(importance -> importance == null ? Importance.Z.ordinal() : importance.ordinal())
                .min()
                .orElse(Importance.Z.ordinal());
    }

    /** How many of {@code total} each stratum should give: largest remainder, ties to the earlier one. */
    List<Integer> quotas(int total) {
        BigDecimal whole = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Integer> quotas = new ArrayList<>();
        List<BigDecimal> remainders = new ArrayList<>();
        for (BigDecimal weight : weights) {
            BigDecimal share = whole.signum() == 0
                    ? BigDecimal.ZERO
                    : weight.multiply(BigDecimal.valueOf(total)).divide(whole, 9, RoundingMode.HALF_UP);
            BigDecimal floor = share.setScale(0, RoundingMode.FLOOR);
            quotas.add(floor.intValueExact());
            remainders.add(share.subtract(floor));
        }
        int left = total - quotas.stream().mapToInt(Integer::intValue).sum();
        IntStream.range(0, weights.size())
                .boxed()
                .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
                .limit(left)
                .forEach(stratum -> quotas.set(stratum, quotas.get(stratum) + 1));
        return quotas;
    }
}

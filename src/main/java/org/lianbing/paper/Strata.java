package org.lianbing.paper;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.PoolItem;
import org.lianbing.base.Level;
import org.lianbing.base.TradeId;
import org.lianbing.trade.Importance;
import org.lianbing.trade.Outline;
import org.lianbing.trade.Point;
import org.lianbing.trade.PointId;
import org.lianbing.trade.Range;

/**
 * What a paper is spread over: the top ranges of the outline, then the foundations it includes, each with its weight in
 * percent of the whole paper. Where several levels have a share, the ranges of each level's outline stand one behind the
 * other, and a foundation of several outlines stands once. Items that test none of it belong to no stratum.
 */
final class Strata {

    /** The stratum of an item that belongs to none. */
    static final int NONE = -1;

    /** One level's part of the whole: its outline, and the weights of the strata that it names. */
    private record Part(@Nullable Level level, Map<Integer, BigDecimal> weights) {}

    private final List<Part> parts = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    /** The part whose own a stratum is; {@link #NONE} for a foundation. */
    private final List<Integer> partOfStratum = new ArrayList<>();

    private final Map<PointId, String> points = new HashMap<>();
    private final Map<PointId, Integer> stratumOfPoint = new HashMap<>();
    private final Map<TradeId, Integer> stratumOfFoundation = new HashMap<>();
    private final Map<PointId, Importance> importances = new HashMap<>();
    private final @Nullable LevelMix mix;

    /**
     * @param foundations the names of the foundations that the outline includes
     */
    Strata(Outline outline, Map<TradeId, String> foundations) {
        this(List.of(outline), null, foundations);
    }

    /**
     * @param outlines one a level, the paper's own first
     * @param mix the shares of the levels; null where there is one alone
     * @param foundations the names of the foundations that the outlines include
     */
    Strata(List<Outline> outlines, @Nullable LevelMix mix, Map<TradeId, String> foundations) {
        this.mix = mix;
        outlines.forEach(outline -> add(outline, foundations));
    }

    private void add(Outline outline, Map<TradeId, String> foundations) {
        Map<Integer, BigDecimal> weights = new TreeMap<>();
        for (Range top : outline.ranges()) {
            addPoints(top, names.size());
            weights.put(names.size(), top.weight());
            partOfStratum.add(parts.size());
            names.add(top.code() + " " + top.name());
        }
        for (Outline.Inclusion inclusion : outline.inclusions()) {
            int stratum = stratumOfFoundation.computeIfAbsent(inclusion.foundation(), foundation -> {
                partOfStratum.add(NONE);
                names.add(foundations.getOrDefault(foundation, ""));
                return names.size() - 1;
            });
            weights.put(stratum, inclusion.weight());
        }
        parts.add(new Part(outline.level(), weights));
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
        return names.size();
    }

    /** The levels that have a share, the paper's own first; none where there is one alone. */
    List<Level> levels() {
        return mix == null
                ? List.of()
                : parts.stream()
                        .map(part -> Objects.requireNonNull(part.level()))
                        .toList();
    }

    /** What a stratum is called. */
    String name(int stratum) {
        return names.get(stratum);
    }

    /** Which level's own a stratum is; null for a foundation and where there is one level alone. */
    @Nullable
    Level level(int stratum) {
        int part = partOfStratum.get(stratum);
        return mix == null || part == NONE ? null : parts.get(part).level();
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

    /**
     * For which of several levels an item counts: that of its stratum, else the first of them that is its own. Null for one
     * of a foundation, and where there is one level alone.
     */
    @Nullable
    Level level(PoolItem item) {
        int stratum = of(item);
        return stratum == NONE
                ? levels().stream().filter(item.levels()::contains).findFirst().orElse(null)
                : level(stratum);
    }

    /** 0 where a core point (X) is tested, 1 for a general one, 2 for an auxiliary or unknown one. */
    int importance(PoolItem item) {
        return item.points().stream()
                .map(importances::get)
                .mapToInt(importance -> importance == null ? Importance.Z.ordinal() : importance.ordinal())
                .min()
                .orElse(Importance.Z.ordinal());
    }

    /** How many of {@code total} each stratum should give: within each level's share by its weights. */
    List<Integer> quotas(int total) {
        return quotas(List.of(total)).getFirst();
    }

    /** The same of one section after another, so that the whole paper keeps the levels' shares. */
    List<List<Integer>> quotas(List<Integer> counts) {
        List<Map<Level, Integer>> shares = mix == null ? List.of() : mix.quotas(counts);
        return IntStream.range(0, counts.size())
                .mapToObj(section -> quotas(counts.get(section), mix == null ? Map.of() : shares.get(section)))
                .toList();
    }

    private List<Integer> quotas(int total, Map<Level, Integer> shares) {
        Integer[] quotas = new Integer[count()];
        Arrays.fill(quotas, 0);
        for (Part part : parts) {
            int share = mix == null ? total : shares.getOrDefault(part.level(), 0);
            split(share, part.weights()).forEach((stratum, quota) -> quotas[stratum] += quota);
        }
        return List.of(quotas);
    }

    /** How many of a level's own it should give, when the strata give so many: all but what foundations are due. */
    int due(Level level, List<Integer> quotas) {
        return IntStream.range(0, count())
                .filter(stratum -> level(stratum) == level)
                .map(quotas::get)
                .sum();
    }

    /** Largest remainder, ties to the earlier one. */
    private static Map<Integer, Integer> split(int total, Map<Integer, BigDecimal> weights) {
        BigDecimal whole = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        Map<Integer, Integer> quotas = new TreeMap<>();
        Map<Integer, BigDecimal> remainders = new TreeMap<>();
        weights.forEach((stratum, weight) -> {
            BigDecimal share = whole.signum() == 0
                    ? BigDecimal.ZERO
                    : weight.multiply(BigDecimal.valueOf(total)).divide(whole, 9, RoundingMode.HALF_UP);
            BigDecimal floor = share.setScale(0, RoundingMode.FLOOR);
            quotas.put(stratum, floor.intValueExact());
            remainders.put(stratum, share.subtract(floor));
        });
        int left = total - quotas.values().stream().mapToInt(Integer::intValue).sum();
        remainders.entrySet().stream()
                .sorted(Map.Entry.<Integer, BigDecimal>comparingByValue().reversed())
                .limit(left)
                .forEach(one -> quotas.merge(one.getKey(), 1, Integer::sum));
        return quotas;
    }
}

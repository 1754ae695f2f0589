package org.lianbing.bank.coverage;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.Level;
import org.lianbing.trade.Importance;
import org.lianbing.trade.Trade;

/**
 * How the items of a trade at a level lie on its outline.
 *
 * @param trade whose
 * @param level of which level; null for a foundation or theme bank
 * @param edition of the outline
 * @param ranges the outermost ranges, and behind them the included foundations
 * @param elsewhere items of the trade at the level that lie on none of these points
 */
public record CoverageMap(
        Trade trade, @Nullable Level level, String edition, List<RangeCoverage> ranges, Cell elsewhere) {

    private static final double HUNDRED = 100;

    public CoverageMap {
        ranges = List.copyOf(ranges);
    }

    /** Every point. */
    public Stream<PointCoverage> points() {
        return ranges.stream().flatMap(RangeCoverage::allPoints);
    }

    /** All items on the map. */
    public Cell total() {
        return ranges.stream().map(RangeCoverage::total).reduce(Cell.NOTHING, Cell::plus);
    }

    /** How many points have an item in force, and how many there are. */
    public Ratio covered() {
        return ratio(points().toList());
    }

    /** The same of core points alone. */
    public Ratio coreCovered() {
        return ratio(points().filter(point -> point.point().importance() == Importance.X)
                .toList());
    }

    /** Points that have one of each wanted kind. */
    public Ratio whole() {
        List<PointCoverage> all = points().toList();
        return new Ratio(
                all.stream()
                        .filter(point -> point.hole() == PointCoverage.Hole.NONE)
                        .count(),
                all.size());
    }

    /** How many of the items that are there a range should have by its weight. */
    public double expected(RangeCoverage range) {
        return total().share() * range.weight().doubleValue() / HUNDRED;
    }

    /** Which part of the items a range has, in percent; 0 where there are none at all. */
    public double sharePercent(RangeCoverage range) {
        double all = total().share();
        return all == 0 ? 0 : range.total().share() * HUNDRED / all;
    }

    /** How many points further a range is above its weight, in percent of the whole; below 0 where it has too few. */
    public double surplus(RangeCoverage range) {
        return BigDecimal.valueOf(sharePercent(range)).subtract(range.weight()).doubleValue();
    }

    private static Ratio ratio(List<PointCoverage> points) {
        return new Ratio(
                points.stream().filter(point -> point.total().published() > 0).count(), points.size());
    }

    /** A part of a whole. */
    public record Ratio(long part, long whole) {}
}

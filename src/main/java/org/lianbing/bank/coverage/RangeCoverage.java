package org.lianbing.bank.coverage;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * A range, or an included foundation as a whole, with what lies inside it.
 *
 * @param code of the range, such as {@code A-B}; of a foundation the code of its trade
 * @param name its title
 * @param weight percent of the whole paper
 * @param foundation whether it is, or lies in, an included foundation
 * @param open whether the viewer may write items here; else only open items in force are counted
 * @param ranges the ranges inside it
 * @param points the points of an innermost range
 */
public record RangeCoverage(
        String code,
        String name,
        BigDecimal weight,
        boolean foundation,
        boolean open,
        List<RangeCoverage> ranges,
        List<PointCoverage> points) {

    public RangeCoverage {
        ranges = List.copyOf(ranges);
        points = List.copyOf(points);
    }

    /** All points below. */
    public Stream<PointCoverage> allPoints() {
        return Stream.concat(points.stream(), ranges.stream().flatMap(RangeCoverage::allPoints));
    }

    /** The items of a kind below. */
    public Cell cell(Kind kind) {
        return allPoints().map(point -> point.cell(kind)).reduce(Cell.NOTHING, Cell::plus);
    }

    /** All items below. */
    public Cell total() {
        return allPoints().map(PointCoverage::total).reduce(Cell.NOTHING, Cell::plus);
    }

    /** The points below that are not as a good bank has them. */
    public long holes() {
        return allPoints()
                .filter(point -> point.hole() != PointCoverage.Hole.NONE)
                .count();
    }
}

package org.lianbing.bank.coverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.lianbing.bank.ItemType;
import org.lianbing.trade.Outline;
import org.lianbing.trade.Point;
import org.lianbing.trade.PointId;
import org.lianbing.trade.Range;
import org.lianbing.trade.Trade;

/** Lays counts on an outline and its foundations. A function of both. */
final class CoverageTree {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * A foundation that the outline includes.
     *
     * @param trade the foundation
     * @param outline its own outline
     * @param weight percent of the whole paper
     * @param open whether the viewer may write its items
     */
    record Foundation(Trade trade, Outline outline, BigDecimal weight, boolean open) {}

    private final Map<PointId, Map<Kind, Cell>> cells = new HashMap<>();

    CoverageTree(List<Count> counts) {
        for (Count count : counts) {
            PointId point = count.point();
            ItemType type = count.type();
            if (point != null && type != null) {
                cells.computeIfAbsent(point, none -> new EnumMap<>(Kind.class))
                        .merge(Kind.of(type), count.cell(), Cell::plus);
            }
        }
    }

    List<RangeCoverage> lay(Outline outline, List<Foundation> foundations, boolean open) {
        List<RangeCoverage> ranges = new ArrayList<>();
        outline.ranges().forEach(range -> ranges.add(range(range, HUNDRED, false, open)));
        for (Foundation foundation : foundations) {
            ranges.add(new RangeCoverage(
                    foundation.trade().code(),
                    foundation.trade().name(),
                    foundation.weight(),
                    true,
                    foundation.open(),
                    foundation.outline().ranges().stream()
                            .map(range -> range(range, foundation.weight(), true, foundation.open()))
                            .toList(),
                    List.of()));
        }
        return ranges;
    }

    /** The weight of a foundation's range is a part of what the foundation has in the whole. */
    private RangeCoverage range(Range range, BigDecimal whole, boolean foundation, boolean open) {
        return new RangeCoverage(
                range.code(),
                range.name(),
                range.weight()
                        .multiply(whole)
                        .divide(HUNDRED, 2, RoundingMode.HALF_UP)
                        .stripTrailingZeros(),
                foundation,
                open,
                range.ranges().stream()
                        .map(inside -> range(inside, whole, foundation, open))
                        .toList(),
                range.points().stream().map(this::point).toList());
    }

    private PointCoverage point(Point point) {
        return new PointCoverage(point, cells.getOrDefault(point.id(), Map.of()));
    }
}

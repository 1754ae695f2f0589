package org.lianbing.bank.coverage.ui;

import java.util.ArrayList;
import java.util.List;

import org.lianbing.bank.coverage.Cell;
import org.lianbing.bank.coverage.Kind;
import org.lianbing.bank.coverage.PointCoverage;
import org.lianbing.bank.coverage.PointCoverage.Hole;
import org.lianbing.bank.coverage.RangeCoverage;

/** A line of the map: a range with what lies inside it, or a point. */
sealed interface MapNode {

    /** A range or a foundation. */
    record OfRange(String key, RangeCoverage range, boolean open) implements MapNode {}

    /** A point; {@code open} where the viewer may write items on it. */
    record OfPoint(String key, PointCoverage point, boolean open) implements MapNode {}

    /** Names the line among all of the map. */
    String key();

    /** Whether the viewer may write items here. */
    boolean open();

    /** The items of a kind. */
    default Cell cell(Kind kind) {
        return switch (this) {
            case OfRange node -> node.range().cell(kind);
            case OfPoint node -> node.point().cell(kind);
        };
    }

    /** All items. */
    default Cell total() {
        return switch (this) {
            case OfRange node -> node.range().total();
            case OfPoint node -> node.point().total();
        };
    }

    /** Whether something is missing here or below. */
    default boolean hasHole() {
        return switch (this) {
            case OfRange node -> node.range().holes() > 0;
            case OfPoint node -> node.point().hole() != Hole.NONE;
        };
    }

    /** What lies directly inside; with {@code holesOnly} what has holes alone. */
    default List<MapNode> inside(boolean holesOnly) {
        if (!(this instanceof OfRange node)) {
            return List.of();
        }
        List<MapNode> inside = new ArrayList<>();
        node.range()
                .points()
                .forEach(point -> inside.add(new OfPoint(
                        node.key() + "/" + point.point().code(),
                        point,
                        node.range().open())));
        inside.addAll(of(node.key(), node.range().ranges(), false));
        inside.removeIf(child -> holesOnly && !child.hasHole());
        return inside;
    }

    /** The lines of ranges below another. */
    static List<MapNode> of(String above, List<RangeCoverage> ranges, boolean holesOnly) {
        List<MapNode> nodes = new ArrayList<>();
        for (RangeCoverage range : ranges) {
            MapNode node =
                    new OfRange(above + "/" + (range.foundation() ? "+" : "") + range.code(), range, range.open());
            if (!holesOnly || node.hasHole()) {
                nodes.add(node);
            }
        }
        return nodes;
    }
}

package org.lianbing.bank.coverage;

import java.util.List;
import java.util.Map;

import org.lianbing.trade.Importance;
import org.lianbing.trade.Point;

/**
 * A point with its items.
 *
 * @param point which
 * @param cells its items by kind; kinds without any are left out
 */
public record PointCoverage(Point point, Map<Kind, Cell> cells) {

    public PointCoverage {
        cells = Map.copyOf(cells);
    }

    /** How bad a gap is. */
    public enum Hole {
        /** One of each wanted kind is there. */
        NONE,
        /** There are items, but not of every wanted kind. */
        LACKING,
        /** There is no item at all. */
        EMPTY,
        /** There is no item on a core point. */
        EMPTY_CORE
    }

    public Cell cell(Kind kind) {
        return cells.getOrDefault(kind, Cell.NOTHING);
    }

    /** All kinds together. */
    public Cell total() {
        return cells.values().stream().reduce(Cell.NOTHING, Cell::plus);
    }

    /** The wanted kinds of which nothing is in force. */
    public List<Kind> lacking() {
        return Kind.WANTED.stream().filter(kind -> cell(kind).published() == 0).toList();
    }

    public Hole hole() {
        if (total().published() == 0) {
            return point.importance() == Importance.X ? Hole.EMPTY_CORE : Hole.EMPTY;
        }
        return lacking().isEmpty() ? Hole.NONE : Hole.LACKING;
    }
}

package org.lianbing.bank.exchange;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.Level;
import org.lianbing.base.TradeId;
import org.lianbing.trade.PointId;

/**
 * Where a row is to go, where a person or the name of its sheet or category says so; what is empty is taken from the
 * row itself, and else from the import.
 *
 * @param trade whose item it becomes
 * @param levels for which levels
 * @param points what it tests
 */
public record RowTarget(@Nullable TradeId trade, Set<Level> levels, Set<PointId> points) {

    /** Nothing was said. */
    public static final RowTarget NONE = new RowTarget(null, Set.of(), Set.of());

    public RowTarget {
        levels = Set.copyOf(levels);
        points = Set.copyOf(points);
    }

    /** This one, with what another one says in place of what it says. */
    RowTarget with(RowTarget other) {
        return new RowTarget(
                other.trade == null ? trade : other.trade,
                other.levels.isEmpty() ? levels : other.levels,
                other.points.isEmpty() ? points : other.points);
    }
}

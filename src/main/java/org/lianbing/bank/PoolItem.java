package org.lianbing.bank;

import java.util.Set;

import org.lianbing.base.Level;
import org.lianbing.base.TradeId;
import org.lianbing.trade.PointId;

/**
 * A published item as something to draw, without its content.
 *
 * @param item which
 * @param version the version in force
 * @param type how it is answered
 * @param task whether it is done with tools in hand, be it all of it or one part of a 案例
 * @param trade whose
 * @param levels of which levels of its trade; empty in a foundation or a theme
 * @param points what it tests
 * @param difficulty 1 to 5
 */
public record PoolItem(
        ItemId item,
        ItemVersionId version,
        ItemType type,
        boolean task,
        TradeId trade,
        Set<Level> levels,
        Set<PointId> points,
        int difficulty) {

    /** Of no level, and not done with tools. */
    public PoolItem(
            ItemId item, ItemVersionId version, ItemType type, TradeId trade, Set<PointId> points, int difficulty) {
        this(item, version, type, false, trade, Set.of(), points, difficulty);
    }
}

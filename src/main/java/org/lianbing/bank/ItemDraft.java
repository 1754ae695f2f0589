package org.lianbing.bank;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.Level;
import org.lianbing.base.TradeId;
import org.lianbing.trade.PointId;

/**
 * What an author fills in. Checked by {@link ItemRules}.
 *
 * @param code the stable code; null lets the bank give the next one of the trade
 * @param trade whose item it is
 * @param levels for which levels; none for a foundation
 * @param points what it tests
 * @param content what it says
 * @param secrecy who may meet it
 * @param origin where it comes from
 */
public record ItemDraft(
        @Nullable String code,
        TradeId trade,
        Set<Level> levels,
        Set<PointId> points,
        ItemContent content,
        Secrecy secrecy,
        Origin origin) {

    public ItemDraft {
        levels = Set.copyOf(levels);
        points = Set.copyOf(points);
    }

    /** The same, sealed. */
    ItemDraft sealed() {
        return new ItemDraft(code, trade, levels, points, content, Secrecy.SEALED, origin);
    }
}

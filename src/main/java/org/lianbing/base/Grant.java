package org.lianbing.base;

import java.util.Set;

/**
 * A role given to a person.
 *
 * @param role what they may do
 * @param unit where: in this unit and all below it in the territorial line
 * @param trades for which trades; empty for all
 */
public record Grant(Role role, UnitId unit, Set<TradeId> trades) {

    public Grant {
        trades = Set.copyOf(trades);
    }

    /** Whether the grant reaches this trade. */
    public boolean reaches(TradeId trade) {
        return trades.isEmpty() || trades.contains(trade);
    }
}

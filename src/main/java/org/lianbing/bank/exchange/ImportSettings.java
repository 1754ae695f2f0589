package org.lianbing.bank.exchange;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.Secrecy;
import org.lianbing.base.Level;
import org.lianbing.base.TradeId;

/**
 * What holds for all rows of an import.
 *
 * @param trade whose items they become; null until somebody says
 * @param levels for rows that name none; empty means all levels of the trade
 * @param secrecy who may meet them
 */
public record ImportSettings(@Nullable TradeId trade, Set<Level> levels, Secrecy secrecy) {

    public ImportSettings {
        levels = Set.copyOf(levels);
    }
}

package org.lianbing.trade;

import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import org.lianbing.account.TradeNames;

/** Tells {@code account} what trades are called. */
@Component
class NamedTrades implements TradeNames {

    private final Trades trades;

    NamedTrades(Trades trades) {
        this.trades = trades;
    }

    @Override
    public List<TradeName> all(Locale language) {
        return trades.all().stream()
                .map(trade -> new TradeName(trade.id(), trade.name(language)))
                .toList();
    }
}

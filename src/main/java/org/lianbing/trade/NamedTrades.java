package org.lianbing.trade;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.stereotype.Component;

import org.lianbing.account.TradeNames;
import org.lianbing.base.TradeId;

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
                .map(trade -> new TradeName(trade.id(), trade.name(language), trade.names()))
                .toList();
    }

    @Override
    public Optional<TradeId> find(String text) {
        return trades.find(text).map(Trade::id);
    }
}

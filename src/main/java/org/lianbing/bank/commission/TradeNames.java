package org.lianbing.bank.commission;

import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.lianbing.base.TradeId;
import org.lianbing.notice.NoticeNames;
import org.lianbing.trade.Trades;

/** Names the trade of a commission in the language in which a message is read, not that in which it was sent. */
@Component
class TradeNames implements NoticeNames {

    private static final String PREFIX = "trade:";

    private final Trades trades;

    TradeNames(Trades trades) {
        this.trades = trades;
    }

    static String reference(TradeId trade) {
        return PREFIX + trade;
    }

    @Override
    public @Nullable String name(String reference, Locale language) {
        return reference.startsWith(PREFIX)
                ? name(UUID.fromString(reference.substring(PREFIX.length())), language)
                : null;
    }

    private @Nullable String name(UUID id, Locale language) {
        return trades.all().stream()
                .filter(trade -> trade.id().value().equals(id))
                .findFirst()
                .map(trade -> trade.name(language))
                .orElse(null);
    }
}

package org.lianbing.bank.commission;

import java.util.Locale;

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
        // An argument may be what somebody wrote, so it is compared and not taken apart.
        return reference.startsWith(PREFIX)
                ? trades.all().stream()
                        .filter(trade -> reference.equals(reference(trade.id())))
                        .findFirst()
                        .map(trade -> trade.name(language))
                        .orElse(null)
                : null;
    }
}

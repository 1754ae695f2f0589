package org.lianbing.bank.rest;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.bank.Pool;
import org.lianbing.base.Level;
import org.lianbing.base.Texts;
import org.lianbing.base.TradeId;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;

/** All trades, for everybody who is signed in. */
@RestController
@Tag(name = "trades")
class TradesController {

    /**
     * A trade as JSON.
     *
     * @param name in the language asked for
     * @param items how many items are published
     */
    record TradeBody(
            String id,
            String code,
            String kind,
            @Nullable String officialCode,
            String name,
            List<String> aliases,
            List<String> levels,
            int items) {}

    private final Trades trades;
    private final Pool pool;

    TradesController(Trades trades, Pool pool) {
        this.trades = trades;
        this.pool = pool;
    }

    @PreAuthorize("isAuthenticated()")
    @GetMapping("/api/trades")
    @Operation(summary = "Trades and foundations with how many items are published; narrowed by what they are called")
    List<TradeBody> all(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String kind,
            Locale asked) {
        Map<TradeId, Integer> counts = pool.counts();
        return trades.all().stream()
                .filter(trade -> kind == null || trade.kind().name().equalsIgnoreCase(kind))
                .filter(trade -> trade.isCalled(q))
                .map(trade -> body(trade, Texts.nearest(asked), counts.getOrDefault(trade.id(), 0)))
                .toList();
    }

    private static TradeBody body(Trade trade, Locale language, int items) {
        return new TradeBody(
                trade.id().toString(),
                trade.code(),
                trade.kind().name().toLowerCase(Locale.ROOT),
                trade.officialCode(),
                trade.name(language),
                trade.aliases(),
                trade.levels().stream().map(Level::code).toList(),
                items);
    }
}

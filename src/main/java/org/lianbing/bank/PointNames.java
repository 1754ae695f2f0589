package org.lianbing.bank;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.lianbing.base.TradeId;
import org.lianbing.search.Grams;
import org.lianbing.trade.Outline;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;

/**
 * The points of the outlines in force by name, folded as what people type is folded. Folded once for each state of the
 * catalogue, and not at each key that somebody presses.
 */
@Component
class PointNames {

    private record Named(Point point, String folded) {}

    private record Folded(long version, Map<TradeId, List<Named>> points) {}

    private final Trades trades;
    private final Outlines outlines;
    private volatile @Nullable Folded known;

    PointNames(Trades trades, Outlines outlines) {
        this.trades = trades;
        this.outlines = outlines;
    }

    /** Points of the trades asked for whose name holds the text, those that begin with it first. */
    List<Point> find(Predicate<TradeId> among, String typed, int most) {
        String wanted = fold(typed);
        if (wanted.isEmpty()) {
            return List.of();
        }
        return folded().points().entrySet().stream()
                .filter(of -> among.test(of.getKey()))
                .flatMap(of -> of.getValue().stream())
                .filter(named -> named.folded().contains(wanted))
                .sorted(Comparator.comparing((Named named) -> !named.folded().startsWith(wanted))
                        .thenComparing(named -> named.point().name().length())
                        .thenComparing(named -> named.point().name()))
                .limit(most)
                .map(Named::point)
                .toList();
    }

    /** The version is read first: what changes meanwhile is folded anew at the next question. */
    private Folded folded() {
        long version = outlines.version();
        Folded now = known;
        if (now == null || now.version() != version) {
            now = new Folded(
                    version,
                    trades.all().stream()
                            .collect(Collectors.toUnmodifiableMap(
                                    Trade::id, trade -> points(trade).toList())));
            known = now;
        }
        return now;
    }

    private Stream<Named> points(Trade trade) {
        return Stream.concat(
                        outlines.current(trade.id(), null).stream(),
                        trade.levels().stream()
                                .map(level -> outlines.current(trade.id(), level))
                                .flatMap(Optional::stream))
                .flatMap(Outline::points)
                .map(point -> new Named(point, fold(point.name())));
    }

    private static String fold(String text) {
        return Grams.line(text).replace(" ", "");
    }
}

package org.lianbing.practice;

import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.lianbing.base.Level;
import org.lianbing.base.Texts;
import org.lianbing.base.TradeId;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;
import org.lianbing.trade.PointId;
import org.lianbing.trade.Trades;

/** Names drills as a person reads them: 电工 · 高级工 · 练 10 题. */
@Component
class DrillTitles {

    private final Trades trades;
    private final Outlines outlines;
    private final MessageSource texts;

    DrillTitles(Trades trades, Outlines outlines, MessageSource texts) {
        this.trades = trades;
        this.outlines = outlines;
        this.texts = texts;
    }

    String of(DrillRequest request, int count, Locale asked) {
        Locale language = Texts.nearest(asked);
        return switch (request) {
            case DrillRequest.Fresh fresh -> fresh(fresh, count, language);
            case DrillRequest.Mistakes mistakes -> mistakes(mistakes.trade(), count, language);
            case DrillRequest.OnPoints points -> points(points, count, language);
            case DrillRequest.MissedIn missed -> text("practice.title.missed", language, count);
        };
    }

    private String fresh(DrillRequest.Fresh fresh, int count, Locale language) {
        String trade = trades.get(fresh.trade()).name(language);
        Level level = fresh.level();
        return level == null
                ? text("practice.title.trade", language, trade, count)
                : text("practice.title.level", language, trade, text("base.level." + level.code(), language), count);
    }

    private String mistakes(@Nullable TradeId trade, int count, Locale language) {
        return trade == null
                ? text("practice.title.mistakes", language, count)
                : text("practice.title.mistakes-of", language, trades.get(trade).name(language), count);
    }

    private String points(DrillRequest.OnPoints request, int count, Locale language) {
        Map<PointId, Point> points = outlines.points(request.points());
        String first =
                points.values().stream().map(Point::name).sorted().findFirst().orElse("");
        return points.size() > 1
                ? text("practice.title.several-points", language, first, points.size(), count)
                : text("practice.title.points", language, first, count);
    }

    private String text(String key, Locale language, Object... arguments) {
        return texts.getMessage(key, arguments, language);
    }
}

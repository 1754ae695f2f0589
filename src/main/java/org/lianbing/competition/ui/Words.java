package org.lianbing.competition.ui;

import java.math.BigDecimal;
import java.time.Duration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import org.jspecify.annotations.Nullable;

import org.lianbing.base.Level;
import org.lianbing.base.TradeId;
import org.lianbing.base.ui.Moments;
import org.lianbing.exam.ExamWindow;
import org.lianbing.trade.Trades;

/** Trades, times and points in the words of the reader. */
@org.springframework.stereotype.Component
class Words {

    private static final int MINUTE = 60;

    private final Trades trades;
    private final Moments moments;

    Words(Trades trades, Moments moments) {
        this.trades = trades;
        this.moments = moments;
    }

    /** 电工 · 高级工. */
    String trade(Component reader, TradeId trade, @Nullable Level level) {
        String name = trades.get(trade).name(UI.getCurrent().getLocale());
        return level == null ? name : name + " · " + reader.getTranslation("base.level." + level.code());
    }

    /** 12 月 6 日 9:00 至 12 月 6 日 10:00. */
    String window(Component reader, ExamWindow window) {
        return reader.getTranslation(
                "competition.window",
                moments.dayAndTime(reader, window.opensAt()),
                moments.dayAndTime(reader, window.closesAt()));
    }

    /** 60 分钟, or 90 秒. */
    String duration(Component reader, Duration duration) {
        return duration.toSeconds() % MINUTE == 0
                ? reader.getTranslation("exam.rule.minutes", duration.toMinutes())
                : reader.getTranslation("exam.rule.seconds", duration.toSeconds());
    }

    /** 92.5, without zeros that say nothing. */
    static String points(@Nullable BigDecimal points) {
        return points == null ? "" : points.stripTrailingZeros().toPlainString();
    }
}

package org.lianbing.competition.ui;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

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
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

    private final Trades trades;
    private final Moments moments;
    private final ZoneId zone;

    Words(Trades trades, Moments moments, ZoneId zone) {
        this.trades = trades;
        this.moments = moments;
        this.zone = zone;
    }

    /** 电工 · 高级工. */
    String trade(Component reader, TradeId trade, @Nullable Level level) {
        String name = trades.get(trade).name(UI.getCurrent().getLocale());
        return level == null ? name : name + " · " + reader.getTranslation("base.level." + level.code());
    }

    /** 12 月 6 日 9:00 至 10:00; the second day only where it is another. */
    String window(Component reader, ExamWindow window) {
        return reader.getTranslation(
                "competition.window",
                moments.dayAndTime(reader, window.opensAt()),
                day(window.opensAt()).equals(day(window.closesAt()))
                        ? TIME.format(window.closesAt().atZone(zone))
                        : moments.dayAndTime(reader, window.closesAt()));
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** 12 月 6 日 9:00. */
    String moment(Component reader, Instant instant) {
        return moments.dayAndTime(reader, instant);
    }

    /** To the second, as it is needed when something is looked into. */
    String exact(Instant instant) {
        return moments.exact(instant);
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

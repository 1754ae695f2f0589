package org.lianbing.base.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;

/** Dates, times and durations as people read them, in the zone of the application. */
@org.springframework.stereotype.Component
public class Moments {

    private static final int MINUTE = 60;

    private final ZoneId zone;

    Moments(ZoneId zone) {
        this.zone = zone;
    }

    /** A day and a time: 12 月 6 日 9:00. */
    public String dayAndTime(Component reader, Instant instant) {
        return format(reader, instant, "base.pattern.day-and-time");
    }

    /** A time of today, 14:03; of another day with its day. */
    public String lately(Component reader, Instant instant, Instant now) {
        boolean today =
                instant.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return format(reader, instant, today ? "base.pattern.time" : "base.pattern.day-and-time");
    }

    /** A full date: 2026 年 12 月 6 日. */
    public String date(Component reader, Instant instant) {
        return format(reader, instant, "base.pattern.date");
    }

    /** The full date of a day that has no time: 2026 年 12 月 6 日. */
    public static String day(Component reader, LocalDate day) {
        return written(reader, day, "base.pattern.date");
    }

    /** A day with its weekday: 周五 · 11 月 20 日. */
    public String weekday(Component reader, Instant instant) {
        return format(reader, instant, "base.pattern.weekday");
    }

    /** A date and a time to the second, for records. */
    public String exact(Instant instant) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).format(instant.atZone(zone));
    }

    /** Minutes and seconds: 71:08. */
    public static String clock(Duration duration) {
        return String.format(Locale.ROOT, "%d:%02d", duration.toSeconds() / MINUTE, duration.toSeconds() % MINUTE);
    }

    private String format(Component reader, Instant instant, String patternKey) {
        return written(reader, instant.atZone(zone), patternKey);
    }

    private static String written(Component reader, TemporalAccessor time, String patternKey) {
        // A view that is being built is not attached yet, but its UI is the current one.
        Locale locale = reader.getUI()
                .or(() -> Optional.ofNullable(UI.getCurrent()))
                .map(UI::getLocale)
                .orElse(Locale.SIMPLIFIED_CHINESE);
        return DateTimeFormatter.ofPattern(reader.getTranslation(patternKey), locale)
                .format(time);
    }
}

package org.lianbing.base.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import com.vaadin.flow.component.Component;

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
        return format(reader, instant, "M 月 d 日 H:mm", "d MMM, H:mm");
    }

    /** A full date: 2026 年 12 月 6 日. */
    public String date(Component reader, Instant instant) {
        return format(reader, instant, "yyyy 年 M 月 d 日", "d MMM yyyy");
    }

    /** A date and a time to the second, for records. */
    public String exact(Instant instant) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).format(instant.atZone(zone));
    }

    /** Minutes and seconds: 71:08. */
    public static String clock(Duration duration) {
        return String.format(Locale.ROOT, "%d:%02d", duration.toSeconds() / MINUTE, duration.toSeconds() % MINUTE);
    }

    private String format(Component reader, Instant instant, String chinese, String english) {
        Locale locale =
                reader.getUI().map(com.vaadin.flow.component.UI::getLocale).orElse(Locale.SIMPLIFIED_CHINESE);
        String pattern = locale.getLanguage().equals("en") ? english : chinese;
        return DateTimeFormatter.ofPattern(pattern, locale).format(instant.atZone(zone));
    }
}

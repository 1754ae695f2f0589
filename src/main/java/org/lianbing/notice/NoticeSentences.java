package org.lianbing.notice;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.lianbing.base.Texts;

/**
 * The sentence of a message in its reader's language: what it names by reference with its name in that language, and a
 * day that is kept as {@code 2026-12-06} as it is written there.
 */
@Component
public class NoticeSentences {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final MessageSource texts;
    private final List<NoticeNames> names;

    NoticeSentences(MessageSource texts, List<NoticeNames> names) {
        this.texts = texts;
        this.names = List.copyOf(names);
    }

    /** What the message says. */
    public String of(Notice notice, Locale asked) {
        Locale language = Texts.nearest(asked);
        Object[] arguments = notice.arguments().stream()
                .map(argument -> written(argument, language))
                .toArray();
        String text = texts.getMessage(notice.code(), arguments, notice.code(), language);
        return text == null ? notice.code() : text;
    }

    private String written(String argument, Locale language) {
        Optional<String> day = day(argument).map(found -> {
            String pattern = texts.getMessage("base.pattern.date", null, language);
            return DateTimeFormatter.ofPattern(pattern, language).format(found);
        });
        return day.or(() -> names.stream()
                        .map(one -> one.name(argument, language))
                        .filter(Objects::nonNull)
                        .findFirst())
                .orElse(argument);
    }

    /** Empty too for what looks like a day and is none: an argument may be what somebody wrote. */
    private static Optional<LocalDate> day(String argument) {
        if (!DAY.matcher(argument).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(argument));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

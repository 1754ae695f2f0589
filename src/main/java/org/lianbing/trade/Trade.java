package org.lianbing.trade;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.Level;
import org.lianbing.base.Names;
import org.lianbing.base.TradeId;

/**
 * A trade, a foundation or a theme bank.
 *
 * @param id which
 * @param code the short name in files and URLs, such as {@code electrician}
 * @param kind what it is
 * @param officialCode 职业编码, only where certain
 * @param name in Chinese
 * @param nameEn in English
 * @param aliases what people call it
 * @param levels the levels that have an outline, low to high; none for a foundation
 */
public record Trade(
        TradeId id,
        String code,
        TradeKind kind,
        @Nullable String officialCode,
        String name,
        String nameEn,
        List<String> aliases,
        List<Level> levels) {

    public Trade {
        aliases = List.copyOf(aliases);
        levels = List.copyOf(levels);
    }

    /** The name in a language of ours. */
    public String name(Locale language) {
        return language.getLanguage().equals("en") ? nameEn : name;
    }

    /** All it is called: the names in both languages, the code, what people say, and 职业编码 where there is one. */
    public List<String> names() {
        return Stream.of(Stream.of(name, nameEn, code), aliases.stream(), Stream.ofNullable(officialCode))
                .flatMap(each -> each)
                .toList();
    }

    /** Whether what was typed so far may mean it, in whichever of its {@link #names()}; width and case do not matter. */
    public boolean isCalled(String typed) {
        return Names.contain(names(), typed);
    }
}

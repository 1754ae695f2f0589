package org.lianbing.bank.exchange;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.exchange.format.Labels;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;

/**
 * Proposes trade and level by names that people give files, sheets and categories: 电工高级工题库. What is proposed is
 * shown, and changed for many rows at once.
 */
final class Mapping {

    private static final Pattern LEVELS =
            Pattern.compile("特级技师|首席技师|高级技师|学徒工|初级工?|中级工?|高级工?|技师|[一二三四五]级工|[（(][一二三四五]级[)）]");

    private final List<Trade> taught;
    private final Map<String, RowTarget> known = new HashMap<>();

    Mapping(Actor actor, Trades trades) {
        this.taught = trades.all().stream()
                .filter(trade -> actor.hasFor(Role.TRAINER, trade.id()))
                .toList();
    }

    /** The settings with what the file's name tells where they say nothing. */
    ImportSettings settings(ImportSettings said, String fileName) {
        RowTarget proposed = named(fileName);
        TradeId trade = said.trade() == null ? proposed.trade() : said.trade();
        Set<Level> levels = said.levels().isEmpty() ? those(trade, proposed.levels()) : said.levels();
        return new ImportSettings(trade, levels, said.secrecy());
    }

    /** What the name of a sheet tells of its rows. */
    RowTarget sheet(ImportSettings settings, String sheet, boolean saysLevels) {
        RowTarget proposed = known.computeIfAbsent(sheet, this::named);
        return target(settings, proposed, saysLevels);
    }

    /** What category and tags tell. */
    RowTarget labels(ImportSettings settings, Labels labels) {
        String words = Stream.concat(labels.path().stream(), labels.tags().stream())
                .reduce("", (all, one) -> all + " / " + one);
        RowTarget proposed = known.computeIfAbsent(words, this::named);
        return target(settings, proposed, !labels.levels().isEmpty());
    }

    private RowTarget target(ImportSettings settings, RowTarget proposed, boolean saysLevels) {
        TradeId trade = settings.trade() == null ? proposed.trade() : null;
        TradeId goes = trade == null ? settings.trade() : trade;
        return new RowTarget(trade, saysLevels ? Set.of() : those(goes, proposed.levels()), Set.of());
    }

    private Set<Level> those(@Nullable TradeId trade, Set<Level> levels) {
        Set<Level> there = EnumSet.noneOf(Level.class);
        taught.stream()
                .filter(one -> one.id().equals(trade))
                .flatMap(one -> one.levels().stream())
                .filter(levels::contains)
                .forEach(there::add);
        return there;
    }

    private RowTarget named(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        TradeId trade = taught.stream()
                .filter(one -> longest(one, wanted) > 0)
                .max(Comparator.comparingInt(one -> longest(one, wanted)))
                .map(Trade::id)
                .orElse(null);
        return new RowTarget(trade, levels(text), Set.of());
    }

    /** How much of the text is a name of the trade: 电工 in 维修电工题库 is less than 维修电工. */
    private static int longest(Trade trade, String text) {
        return Stream.concat(Stream.of(trade.name(), trade.nameEn(), trade.code()), trade.aliases().stream())
                .filter(name -> name.length() > 1 && text.contains(name.toLowerCase(Locale.ROOT)))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    /** All levels that a text names. */
    static Set<Level> levels(String text) {
        Set<Level> levels = EnumSet.noneOf(Level.class);
        Matcher matcher = LEVELS.matcher(text);
        while (matcher.find()) {
            String name = matcher.group().replaceAll("[（()）]", "");
            String whole = name.matches("[初中高]级") ? name + "工" : name.replaceAll("级工$", "级");
            Level.find(whole.matches("[初中高]级") ? whole + "工" : whole).ifPresent(levels::add);
        }
        return levels;
    }
}

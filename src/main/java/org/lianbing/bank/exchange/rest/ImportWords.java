package org.lianbing.bank.exchange.rest;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.lianbing.bank.exchange.ImportField;
import org.lianbing.base.Level;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;
import org.lianbing.trade.PointId;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;

/** Reads the words of a request about an import: trades, levels, points and fields by their names. */
@Component
class ImportWords {

    private final Trades trades;
    private final Outlines outlines;

    ImportWords(Trades trades, Outlines outlines) {
        this.trades = trades;
        this.outlines = outlines;
    }

    /** A trade by code or id; null for none. */
    @Nullable
    TradeId trade(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : trades.find(text)
                        .map(Trade::id)
                        .orElseThrow(() ->
                                Problem.invalid("exchange.trade-unknown", text).with("field", "trade"));
    }

    /** Levels by code or name. */
    Set<Level> levels(@Nullable List<String> texts) {
        return texts == null
                ? Set.of()
                : texts.stream()
                        .map(text -> Level.find(text)
                                .orElseThrow(() -> Problem.invalid("exchange.level-unknown", text)
                                        .with("field", "level")))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Points as {@code outline:point}. */
    Set<PointId> points(@Nullable List<String> references) {
        return references == null
                ? Set.of()
                : references.stream()
                        .map(reference -> outlines.named(reference)
                                .map(Point::id)
                                .orElseThrow(() -> Problem.invalid("exchange.point-unknown", reference)
                                        .with("field", "points")))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Cells by the names of their fields. */
    Map<ImportField, String> fields(Map<String, String> cells) {
        Map<ImportField, String> fields = new EnumMap<>(ImportField.class);
        cells.forEach((name, text) -> fields.put(
                Arrays.stream(ImportField.values())
                        .filter(field -> field.code().equalsIgnoreCase(name)
                                || field.name().equalsIgnoreCase(name))
                        .findFirst()
                        .orElseThrow(() -> Problem.invalid("exchange.field-unknown", name)),
                text));
        return fields;
    }
}

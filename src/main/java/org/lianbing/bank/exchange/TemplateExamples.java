package org.lianbing.bank.exchange;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.lianbing.bank.ItemType;

/** One example of each type for the template, in the words of a language: a line a cell, as {@code optionA=…}. */
final class TemplateExamples {

    /** The types that a row of the wide family can say. */
    private static final List<ItemType> TYPES = List.of(
            ItemType.TRUE_FALSE,
            ItemType.SINGLE_CHOICE,
            ItemType.MULTIPLE_CHOICE,
            ItemType.FILL_IN,
            ItemType.NUMERIC,
            ItemType.ORDERING,
            ItemType.MATCHING,
            ItemType.SHORT_ANSWER,
            ItemType.ESSAY);

    private TemplateExamples() {}

    static List<ImportCells> rows(UnaryOperator<String> words) {
        List<ImportCells> rows = new ArrayList<>();
        for (ItemType type : TYPES) {
            Map<ImportField, String> cells = new EnumMap<>(ImportField.class);
            cells.put(ImportField.TYPE, words.apply("exchange.type." + type.code()));
            words.apply("exchange.example." + type.code()).lines().forEach(line -> {
                String[] parts = line.split("=", 2);
                for (ImportField field : ImportField.values()) {
                    if (field.code().equals(parts[0])) {
                        cells.put(field, parts[1]);
                    }
                }
            });
            rows.add(new ImportCells(cells));
        }
        return rows;
    }
}

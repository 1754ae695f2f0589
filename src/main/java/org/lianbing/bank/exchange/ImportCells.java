package org.lianbing.bank.exchange;

import java.util.EnumMap;
import java.util.Map;

/**
 * The texts of a row by what they say; a cell that is missing is empty.
 *
 * @param texts only those that are not empty
 */
public record ImportCells(Map<ImportField, String> texts) {

    /** No cell. */
    public static final ImportCells NONE = new ImportCells(Map.of());

    public ImportCells {
        Map<ImportField, String> filled = new EnumMap<>(ImportField.class);
        texts.forEach((field, text) -> {
            if (!text.isBlank()) {
                filled.put(field, text.strip());
            }
        });
        texts = java.util.Collections.unmodifiableMap(filled);
    }

    /** The text of a cell, stripped; empty where there is none. */
    public String get(ImportField field) {
        return texts.getOrDefault(field, "");
    }

    public boolean has(ImportField field) {
        return texts.containsKey(field);
    }

    /** The same row with one cell changed. */
    public ImportCells with(ImportField field, String text) {
        Map<ImportField, String> changed = new EnumMap<>(ImportField.class);
        changed.putAll(texts);
        changed.put(field, text);
        return new ImportCells(changed);
    }
}

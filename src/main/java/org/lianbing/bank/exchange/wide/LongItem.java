package org.lianbing.bank.exchange.wide;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.lianbing.bank.exchange.ImportCells;
import org.lianbing.bank.exchange.ImportField;
import org.lianbing.bank.exchange.ImportProblem;

/** An item of the long family while its rows come in, each with one option. */
final class LongItem {

    private final String number;
    private final String stem;
    private final SheetRow first;
    private final Map<ImportField, String> options = new EnumMap<>(ImportField.class);
    private final Map<ImportField, String> columns = new EnumMap<>(ImportField.class);
    private final StringBuilder key = new StringBuilder();
    private final List<String> reasons = new ArrayList<>();
    private final List<String> surplus = new ArrayList<>();

    LongItem(String number, String stem, SheetRow first) {
        this.number = number;
        this.stem = stem;
        this.first = first;
    }

    /** Whether a row with this number and stem belongs to it: both repeated, or left empty below the first. */
    boolean goesOn(String otherNumber, String otherStem) {
        return (otherNumber.isEmpty() || otherNumber.equals(number)) && (otherStem.isEmpty() || otherStem.equals(stem));
    }

    /** Takes the option of the next row. */
    void option(String column, String text, String flag, String why) {
        if (text.isBlank()) {
            return;
        }
        if (options.size() == ImportField.OPTIONS.size()) {
            surplus.add(text);
            return;
        }
        ImportField field = ImportField.OPTIONS.get(options.size());
        options.put(field, text);
        columns.put(field, column);
        if (Truths.find(flag).orElse(false)) {
            key.append(field.letter());
        }
        if (!why.isEmpty()) {
            reasons.add(field.letter() + "：" + why);
        }
    }

    /** All of it as one row. */
    SheetRow row() {
        Map<ImportField, String> texts = new EnumMap<>(ImportField.class);
        texts.putAll(first.cells().texts());
        texts.putAll(options);
        if (!texts.containsKey(ImportField.ANSWER)) {
            texts.put(ImportField.ANSWER, key.toString());
        }
        if (!reasons.isEmpty()) {
            texts.merge(ImportField.EXPLANATION, String.join("\n", reasons), (one, more) -> one + "\n" + more);
        }
        List<ImportProblem> problems = new ArrayList<>(first.problems());
        if (!surplus.isEmpty()) {
            problems.add(RowCells.many(String.join("\n", surplus), options.size() + surplus.size()));
        }
        Map<ImportField, String> all = new EnumMap<>(ImportField.class);
        all.putAll(first.columns());
        all.putAll(columns);
        return new SheetRow(
                first.sheet(),
                first.line(),
                new ImportCells(texts),
                all,
                first.markdown(),
                List.copyOf(problems),
                first.id());
    }
}

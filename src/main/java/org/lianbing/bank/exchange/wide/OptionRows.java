package org.lianbing.bank.exchange.wide;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.exchange.ImportCells;
import org.lianbing.bank.exchange.ImportField;
import org.lianbing.bank.exchange.ImportProblem;

/** A choice while the rows below it come in, which hold its options. */
final class OptionRows {

    private final SheetRow first;
    private final List<String> options = new ArrayList<>();

    private OptionRows(SheetRow first) {
        this.first = first;
        this.options.addAll(options(first.cells()));
    }

    /** A row that asks for a choice and has not two options by itself. */
    static Optional<OptionRows> of(SheetRow row) {
        ImportCells cells = row.cells();
        Optional<ItemType> type = TypeNames.find(cells.get(ImportField.TYPE));
        boolean choice =
                type.isEmpty() || type.get() == ItemType.SINGLE_CHOICE || type.get() == ItemType.MULTIPLE_CHOICE;
        return choice
                        && cells.has(ImportField.STEM)
                        && Truths.find(cells.get(ImportField.ANSWER)).isEmpty()
                        && options(cells).size() < 2
                ? Optional.of(new OptionRows(row))
                : Optional.empty();
    }

    /** Takes the options of a row that asks nothing itself; whether it did. */
    boolean takes(SheetRow row) {
        ImportCells cells = row.cells();
        boolean answers = cells.has(ImportField.ANSWER) && !same(cells, ImportField.ANSWER);
        boolean inStem = cells.has(ImportField.STEM) && !same(cells, ImportField.STEM);
        List<String> own = options(cells);
        if (answers || !row.problems().isEmpty() || (inStem ? !own.isEmpty() : own.size() != 1)) {
            return false;
        }
        String text = inStem ? cells.get(ImportField.STEM) : own.getFirst();
        List<String> parts = LetteredOptions.following(text, options.size());
        if (inStem && parts.isEmpty()) {
            return false;
        }
        // One keeps its letter, which the others must have too.
        options.addAll(parts.size() > 1 ? lettered(parts) : List.of(text));
        return true;
    }

    private List<String> lettered(List<String> parts) {
        List<String> lettered = new ArrayList<>();
        for (String part : parts) {
            lettered.add((char) ('A' + options.size() + lettered.size()) + "." + part);
        }
        return lettered;
    }

    private boolean same(ImportCells cells, ImportField field) {
        return cells.get(field).equals(first.cells().get(field));
    }

    private static List<String> options(ImportCells cells) {
        return ImportField.OPTIONS.stream().filter(cells::has).map(cells::get).toList();
    }

    /** All of it as one row. */
    SheetRow row() {
        if (options.size() < 2) {
            return first;
        }
        Map<ImportField, String> texts = new EnumMap<>(ImportField.class);
        texts.putAll(first.cells().texts());
        List<String> bare = AllOptions.bareOfSigns(options);
        for (int i = 0; i < Math.min(bare.size(), ImportField.OPTIONS.size()); i++) {
            texts.put(ImportField.OPTIONS.get(i), bare.get(i));
        }
        List<ImportProblem> problems = new ArrayList<>(first.problems());
        if (bare.size() > ImportField.OPTIONS.size()) {
            problems.add(RowCells.many(String.join("\n", bare), bare.size()));
        }
        return new SheetRow(
                first.sheet(),
                first.line(),
                new ImportCells(texts),
                first.columns(),
                first.markdown(),
                List.copyOf(problems),
                first.id());
    }
}

package org.lianbing.bank.exchange.wide;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.exchange.ImportCells;
import org.lianbing.bank.exchange.ImportField;
import org.lianbing.bank.exchange.ImportProblem;
import org.lianbing.bank.exchange.wide.Heading.Other;
import org.lianbing.base.MarkdownPictures;
import org.lianbing.base.sheet.CellText;
import org.lianbing.base.sheet.SheetCells;

/** Reads the rows of one table from top to bottom, of whichever family it is. */
final class SheetReader {

    private static final int MOST_NAMED = 10;

    /** What a table that went back with its problems says above them, perhaps beside a title. */
    private static final Set<String> PROBLEMS = Set.of("要改的地方", "What is wrong");

    private final String sheet;
    private final TableReader.Found found;
    private @Nullable Heading heading;
    private @Nullable ItemType type;
    private Map<Integer, String> before = Map.of();
    private @Nullable LongItem open;
    private @Nullable CaseRows openCase;
    private final List<String> firstEmpty = new ArrayList<>();
    private int empty;
    private boolean text;
    private int items;

    SheetReader(String sheet, TableReader.Found found) {
        this.sheet = sheet;
        this.found = found;
        this.type = TypeNames.inHeading(sheet).orElse(null);
    }

    /** Takes the next row with something in it: its number from 1, and its cells by column from 0. */
    void line(int line, Map<Integer, CellText> cells) {
        if (cells.isEmpty()) {
            return;
        }
        text = true;
        Map<Integer, String> texts = new TreeMap<>();
        cells.forEach((column, cell) -> texts.put(column, cell.text()));
        Optional<Heading> names = Heading.of(before, texts).or(() -> Heading.of(texts));
        before = texts;
        if (names.isPresent()) {
            flush();
            heading = names.get();
        } else if (!isTitle(texts) && heading != null) {
            item(line, heading, cells);
        }
    }

    /** The table is over. */
    void end() {
        flush();
        if (items == 0 && text) {
            found.note(ImportProblem.remark(
                    null, heading == null ? "exchange.note.no-heading" : "exchange.note.no-rows", "", sheet));
        } else if (empty > 0) {
            String named = String.join(", ", firstEmpty) + (empty > MOST_NAMED ? " …" : "");
            found.note(ImportProblem.remark(null, "exchange.note.empty-rows", "", sheet, empty, named));
        }
    }

    /** A row with one text that names a type, such as 二、多项选择题, is a title for those below it. */
    private boolean isTitle(Map<Integer, String> texts) {
        String only = null;
        for (String text : texts.values()) {
            if (!PROBLEMS.contains(text.strip())) {
                if (only != null) {
                    return false;
                }
                only = text;
            }
        }
        if (only == null) {
            return false;
        }
        boolean speaks =
                only.length() < 60 && only.contains("题") || TypeNames.find(only).isPresent();
        Optional<ItemType> named = speaks ? TypeNames.inHeading(only) : Optional.empty();
        named.ifPresent(one -> type = one);
        return named.isPresent();
    }

    private void item(int line, Heading names, Map<Integer, CellText> cells) {
        if (names.isLong()) {
            ofLong(line, names, cells);
            return;
        }
        Optional<SheetRow> row = row(line, names, cells);
        if (row.isEmpty()) {
            return;
        }
        String part = text(cells, names.column(Other.PART));
        CaseRows rows = openCase;
        if (!part.isEmpty() && rows != null) {
            rows.part(row.get(), text(cells, names.column(Other.WEIGHT)));
            return;
        }
        flush();
        boolean isCase = names.column(Other.PART) >= 0
                && TypeNames.find(row.get().cells().get(ImportField.TYPE))
                        .filter(one -> one == ItemType.CASE)
                        .isPresent();
        if (isCase) {
            openCase = new CaseRows(row.get());
        } else {
            give(row.get());
        }
    }

    private void give(SheetRow row) {
        items++;
        found.row(row);
    }

    private void flush() {
        LongItem item = open;
        if (item != null) {
            open = null;
            give(item.row());
        }
        CaseRows rows = openCase;
        if (rows != null) {
            openCase = null;
            items++;
            found.question(rows.question());
        }
    }

    private void ofLong(int line, Heading names, Map<Integer, CellText> cells) {
        int numbers = names.column(Other.NUMBER) >= 0 ? names.column(Other.NUMBER) : names.column(Other.ID);
        String number = text(cells, numbers);
        String stem = text(cells, names.columns().getOrDefault(ImportField.STEM, -1));
        LongItem item = open;
        if (item == null || !item.goesOn(number, stem)) {
            flush();
            Optional<SheetRow> first = row(line, names, cells);
            if (first.isEmpty()) {
                return;
            }
            item = new LongItem(number, stem, first.get());
            open = item;
        }
        item.option(
                letters(names.column(Other.OPTIONS)),
                text(cells, names.column(Other.OPTIONS)) + text(cells, names.column(Other.PICTURE)),
                text(cells, names.column(Other.FLAG)));
    }

    private Optional<SheetRow> row(int line, Heading names, Map<Integer, CellText> cells) {
        Map<ImportField, String> texts = new EnumMap<>(ImportField.class);
        Map<ImportField, String> columns = new EnumMap<>(ImportField.class);
        List<ImportProblem> problems = new ArrayList<>();
        names.columns().forEach((field, column) -> {
            columns.put(field, letters(column));
            CellText cell = cells.get(column);
            if (cell != null) {
                texts.put(field, cell.text());
                if (cell.flaw() != null) {
                    problems.add(ImportProblem.error(field, cell.flaw(), cell.text(), cell.text()));
                }
            }
        });
        if (!names.isLong()) {
            splitOptions(names, cells, texts, columns);
            pictures(names, cells, texts);
            flags(names, cells, texts, columns);
        }
        // A number and a mark alone, as in a row prepared for later, are no item yet; whoever forgot one should see it.
        boolean said = texts.keySet().stream()
                .anyMatch(field -> field == ImportField.STEM || field == ImportField.ANSWER || field.isOption());
        if (!said) {
            empty++;
            if (empty <= MOST_NAMED) {
                firstEmpty.add(String.valueOf(line));
            }
            return Optional.empty();
        }
        ItemType above = type;
        if (!texts.containsKey(ImportField.TYPE) && above != null) {
            texts.put(ImportField.TYPE, above.code());
        }
        return Optional.of(new SheetRow(
                sheet,
                line,
                new ImportCells(texts),
                columns,
                names.markdown(),
                List.copyOf(problems),
                text(cells, names.column(Other.ID))));
    }

    private static void splitOptions(
            Heading names,
            Map<Integer, CellText> cells,
            Map<ImportField, String> texts,
            Map<ImportField, String> columns) {
        int column = names.column(Other.OPTIONS);
        CellText all = cells.get(column);
        if (all == null || texts.keySet().stream().anyMatch(ImportField::isOption)) {
            return;
        }
        List<String> options = AllOptions.split(all.text());
        for (int i = 0; i < Math.min(options.size(), ImportField.OPTIONS.size()); i++) {
            texts.put(ImportField.OPTIONS.get(i), options.get(i));
            columns.put(ImportField.OPTIONS.get(i), letters(column));
        }
    }

    /** A picture in a column of its own, or in one without a name, belongs to its option or to the stem. */
    private static void pictures(Heading names, Map<Integer, CellText> cells, Map<ImportField, String> texts) {
        Map<Integer, ImportField> fields = names.pictureFields();
        Collection<Integer> said = names.columns().values();
        cells.forEach((column, cell) -> {
            if (said.contains(column)) {
                return;
            }
            Matcher matcher = MarkdownPictures.STORED_IN_A_LINE.matcher(cell.text());
            while (matcher.find()) {
                texts.merge(
                        fields.getOrDefault(column, ImportField.STEM),
                        matcher.group(),
                        (one, more) -> one + "\n" + more);
            }
        });
    }

    /** The letters of the options that are marked as right become the answer. */
    private static void flags(
            Heading names,
            Map<Integer, CellText> cells,
            Map<ImportField, String> texts,
            Map<ImportField, String> columns) {
        if (names.flags().isEmpty()) {
            return;
        }
        StringBuilder key = new StringBuilder();
        Set<String> where = new HashSet<>();
        new TreeMap<>(names.flags()).forEach((option, column) -> {
            where.add(letters(column));
            if (texts.containsKey(option) && Truths.find(text(cells, column)).orElse(false)) {
                key.append(option.letter());
            }
        });
        if (!texts.containsKey(ImportField.ANSWER)) {
            texts.put(ImportField.ANSWER, key.toString());
            columns.put(ImportField.ANSWER, where.stream().sorted().findFirst().orElse(""));
        }
    }

    private static String text(Map<Integer, CellText> cells, int column) {
        CellText cell = cells.get(column);
        return cell == null ? "" : cell.text().strip();
    }

    private static String letters(int column) {
        return column < 0 ? "" : SheetCells.letters(column);
    }
}

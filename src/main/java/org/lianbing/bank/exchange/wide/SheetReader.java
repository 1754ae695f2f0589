package org.lianbing.bank.exchange.wide;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.exchange.ImportCells;
import org.lianbing.bank.exchange.ImportField;
import org.lianbing.bank.exchange.ImportProblem;
import org.lianbing.bank.exchange.wide.Heading.Other;
import org.lianbing.base.sheet.CellText;

/** Reads the rows of one table from top to bottom, of whichever family it is. */
final class SheetReader {

    private static final int MOST_NAMED = 10;

    /** What a table that went back with its problems says above them, perhaps beside a title. */
    private static final Set<String> PROBLEMS = Set.of("要改的地方", "What is wrong");

    private final String sheet;
    private final NumberedKeys found;
    private @Nullable Heading heading;
    private @Nullable ItemType type;
    private Map<Integer, String> before = Map.of();
    private @Nullable LongItem open;
    private @Nullable CaseRows openCase;
    private @Nullable OptionRows waiting;
    private final List<String> firstEmpty = new ArrayList<>();
    private int empty;
    private final Set<String> unread = new LinkedHashSet<>();
    private boolean text;
    private int items;

    SheetReader(String sheet, TableReader.Found found) {
        this.sheet = sheet;
        this.found = new NumberedKeys(found);
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
        found.end();
        if (items == 0 && text) {
            found.note(ImportProblem.remark(
                    null, heading == null ? "exchange.note.no-heading" : "exchange.note.no-rows", "", sheet));
        } else if (empty > 0) {
            String named = String.join(", ", firstEmpty) + (empty > MOST_NAMED ? " …" : "");
            found.note(ImportProblem.remark(null, "exchange.note.empty-rows", "", sheet, empty, named));
        }
        if (!unread.isEmpty()) {
            String named = unread.stream().limit(MOST_NAMED).collect(Collectors.joining("、"))
                    + (unread.size() > MOST_NAMED ? " …" : "");
            found.note(ImportProblem.remark(null, "exchange.note.columns-unread", "", sheet, named));
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
        if (!text(cells, names.column(Other.PART_STEM)).isEmpty()) {
            ofCase(row.get(), names, cells);
            return;
        }
        OptionRows options = waiting;
        if (options != null && text(cells, names.column(Other.NUMBER)).isEmpty() && options.takes(row.get())) {
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
            OptionRows.of(row.get()).ifPresentOrElse(one -> waiting = one, () -> give(row.get()));
        }
    }

    /** A row tells a case and asks a question about it; of the next questions about it the case is told again or not. */
    private void ofCase(SheetRow row, Heading names, Map<Integer, CellText> cells) {
        String told = row.cells().get(ImportField.STEM);
        CaseRows rows = openCase;
        if (rows == null || !told.isEmpty() && !told.equals(rows.stem())) {
            flush();
            rows = new CaseRows(row.with(row.cells().with(ImportField.TYPE, ItemType.CASE.code())));
            openCase = rows;
        }
        ImportCells asked = row.cells()
                .with(ImportField.STEM, text(cells, names.column(Other.PART_STEM)))
                .with(ImportField.TYPE, text(cells, names.column(Other.PART_TYPE)));
        rows.part(row.with(asked), text(cells, names.column(Other.WEIGHT)));
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
        OptionRows options = waiting;
        if (options != null) {
            waiting = null;
            give(options.row());
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
                RowCells.letters(names.column(Other.OPTIONS)),
                text(cells, names.column(Other.OPTIONS)) + text(cells, names.column(Other.PICTURE)),
                text(cells, names.column(Other.FLAG)),
                text(cells, names.column(Other.WHY)));
    }

    /** Whoever forgot the question in a prepared row should see it. */
    private Optional<SheetRow> row(int line, Heading names, Map<Integer, CellText> cells) {
        RowCells row = RowCells.of(names, cells, type);
        if (!row.saysAnItem()) {
            empty++;
            if (empty <= MOST_NAMED) {
                firstEmpty.add(String.valueOf(line));
            }
            return Optional.empty();
        }
        row.unread().stream().limit(MOST_NAMED).forEach(this::unread);
        return Optional.of(row.row(sheet, line));
    }

    private void unread(String column) {
        if (unread.size() <= MOST_NAMED) {
            unread.add(column);
        }
    }

    private static String text(Map<Integer, CellText> cells, int column) {
        return RowCells.text(cells, column);
    }
}

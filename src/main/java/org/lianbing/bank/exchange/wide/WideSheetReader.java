package org.lianbing.bank.exchange.wide;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellRangeAddress;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.exchange.ImportCells;
import org.lianbing.bank.exchange.ImportField;
import org.lianbing.bank.exchange.ImportProblem;
import org.lianbing.base.sheet.CellText;

/** Reads the rows of one sheet from top to bottom. */
final class WideSheetReader {

    private final String sheet;
    private final Deque<CellRangeAddress> mergedAhead;
    private final List<CellRangeAddress> mergedHere = new ArrayList<>();
    private final Map<CellRangeAddress, String> mergedTexts = new HashMap<>();
    private @Nullable Heading heading;
    private @Nullable ItemType type;
    private boolean text;

    WideSheetReader(String sheet, List<CellRangeAddress> merged) {
        this.sheet = sheet;
        this.mergedAhead = new ArrayDeque<>(merged.stream()
                .sorted(Comparator.comparingInt(CellRangeAddress::getFirstRow))
                .toList());
        this.type = TypeNames.inHeading(sheet).orElse(null);
    }

    boolean sawHeading() {
        return heading != null;
    }

    boolean sawText() {
        return text;
    }

    /** The row as an item; empty for a heading, for a title and for a row without text. */
    Optional<SheetRow> read(Row row) {
        Map<Integer, CellText> cells = cells(row);
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        text = true;
        Map<Integer, String> texts = new TreeMap<>();
        cells.forEach((column, cell) -> texts.put(column, cell.text()));
        Optional<Heading> found = Heading.of(texts);
        if (found.isPresent()) {
            heading = found.get();
            return Optional.empty();
        }
        Heading names = heading;
        if (isTitle(texts) || names == null) {
            return Optional.empty();
        }
        return item(row.getRowNum(), names, cells);
    }

    /** A row with one text that names a type, such as 二、多项选择题, is a title for those below it. */
    private boolean isTitle(Map<Integer, String> texts) {
        if (texts.size() != 1) {
            return false;
        }
        Optional<ItemType> named = TypeNames.inHeading(texts.values().iterator().next())
                .filter(ignored -> {
                    String only = texts.values().iterator().next();
                    return only.length() < 60 && only.contains("题")
                            || TypeNames.find(only).isPresent();
                });
        named.ifPresent(found -> type = found);
        return named.isPresent();
    }

    private Map<Integer, CellText> cells(Row row) {
        Map<Integer, CellText> cells = new TreeMap<>();
        for (Cell cell : row) {
            CellText read = CellText.of(cell);
            if (!read.text().isEmpty()) {
                cells.put(cell.getColumnIndex(), read);
            }
        }
        if (!cells.isEmpty()) {
            fillMerged(row.getRowNum() - 1, cells);
        }
        return cells;
    }

    private void fillMerged(int row, Map<Integer, CellText> cells) {
        while (!mergedAhead.isEmpty() && mergedAhead.getFirst().getFirstRow() <= row) {
            mergedHere.add(mergedAhead.removeFirst());
        }
        mergedHere.removeIf(range -> range.getLastRow() < row);
        for (CellRangeAddress range : mergedHere) {
            int column = range.getFirstColumn();
            CellText own = cells.get(column);
            if (row == range.getFirstRow() && own != null) {
                mergedTexts.put(range, own.text());
            } else if (own == null && mergedTexts.containsKey(range)) {
                cells.put(column, new CellText(mergedTexts.getOrDefault(range, ""), null));
            }
        }
    }

    private Optional<SheetRow> item(int line, Heading names, Map<Integer, CellText> cells) {
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
        splitOptions(names, cells, texts, columns);
        // A number and a mark alone, as in a row prepared for later, are no item yet.
        boolean said = texts.keySet().stream()
                .anyMatch(field -> field == ImportField.STEM || field == ImportField.ANSWER || field.isOption());
        if (!said) {
            return Optional.empty();
        }
        ItemType above = type;
        if (!texts.containsKey(ImportField.TYPE) && above != null) {
            texts.put(ImportField.TYPE, above.code());
        }
        return Optional.of(
                new SheetRow(sheet, line, new ImportCells(texts), columns, names.markdown(), List.copyOf(problems)));
    }

    private static void splitOptions(
            Heading names,
            Map<Integer, CellText> cells,
            Map<ImportField, String> texts,
            Map<ImportField, String> columns) {
        CellText all = cells.get(names.allOptions());
        if (all == null || texts.keySet().stream().anyMatch(ImportField::isOption)) {
            return;
        }
        List<String> options = AllOptions.split(all.text());
        for (int i = 0; i < Math.min(options.size(), ImportField.OPTIONS.size()); i++) {
            texts.put(ImportField.OPTIONS.get(i), options.get(i));
            columns.put(ImportField.OPTIONS.get(i), letters(names.allOptions()));
        }
    }

    /** A column as Excel names it: 0 is A, 26 is AA. */
    static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }
}

package org.lianbing.base.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

import org.lianbing.base.Problem;
import org.lianbing.base.sheet.SheetCells.RowCells;

/** Reads a small workbook whole: all visible sheets of an .xlsx or an old .xls. */
public final class Workbooks {

    /** Of a file that is read whole. */
    public static final long LARGEST = 5L * 1024 * 1024;

    static final int MOST_SHEETS = 50;
    static final int MOST_ROWS = 10_000;
    static final int MOST_COLUMNS = 100;
    static final int LONGEST_TEXT = 2_000;

    private Workbooks() {}

    /**
     * Reads all visible sheets.
     *
     * @throws Problem where the file is no workbook, broken, locked or too large
     */
    public static List<SheetCells> read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw Problem.tooLarge("exchange.file-too-large", LARGEST / 1024 / 1024);
            }
            if (isOld(file)) {
                return OldWorkbook.read(file);
            }
            WorkbookCheck.check(file);
            return readNew(file);
        } catch (IOException | ExcelReaderException | IllegalArgumentException e) {
            throw Problem.invalid("exchange.file-broken");
        }
    }

    private static boolean isOld(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(8);
            return head.length == 8 && ReadableWorkbook.isOLE2Header(head);
        }
    }

    private static List<SheetCells> readNew(Path file) throws IOException {
        MergedCells merged = MergedCells.of(file);
        List<SheetCells> sheets = new ArrayList<>();
        Room room = new Room();
        try (ReadableWorkbook workbook = open(file)) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                if (sheet.getVisibility() != SheetVisibility.VISIBLE) {
                    continue;
                }
                room.takeSheet();
                List<RowCells> rows = new ArrayList<>();
                try (Stream<Row> stream = sheet.openStream()) {
                    stream.forEach(row -> {
                        Map<Integer, String> cells = cells(row, room);
                        if (!cells.isEmpty()) {
                            rows.add(new RowCells(row.getRowNum() - 1, cells));
                        }
                    });
                }
                merged.cut(sheet.getName()).ifPresent(Workbooks::demandFewerMerged);
                sheets.add(new SheetCells(sheet.getName(), rows, merged.all(sheet.getName())));
            }
        }
        return sheets;
    }

    static void demandFewerMerged(int most) {
        throw Problem.tooLarge("base.sheet.too-many-merged", most);
    }

    /** With the formats of numbers; without them where the file, as some programs write it, has no styles at all. */
    private static ReadableWorkbook open(Path file) throws IOException {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        } catch (ExcelReaderException e) {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true));
        }
    }

    private static Map<Integer, String> cells(Row row, Room room) {
        Map<Integer, String> cells = new TreeMap<>();
        for (Cell cell : row) {
            String text = CellText.of(cell).text();
            if (!text.isEmpty() && cell.getColumnIndex() < MOST_COLUMNS) {
                cells.put(cell.getColumnIndex(), room.taken(setIn(cell) + text));
            }
        }
        if (!cells.isEmpty()) {
            room.takeRow();
        }
        return cells;
    }

    /** The space before a text, which says in some outlines how deep a line lies. */
    private static String setIn(Cell cell) {
        if (cell.getType() != CellType.STRING) {
            return "";
        }
        return " ".repeat(Math.min(Blanks.before(cell.asString()), 40));
    }

    /** Counts what was read, so that no file fills the memory. */
    static final class Room {
        private int sheets;
        private int rows;

        void takeSheet() {
            if (++sheets > MOST_SHEETS) {
                throw Problem.tooLarge("base.sheet.too-many-sheets", MOST_SHEETS);
            }
        }

        void takeRow() {
            if (++rows > MOST_ROWS) {
                throw Problem.tooLarge("base.sheet.too-many-rows", MOST_ROWS);
            }
        }

        String taken(String text) {
            return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        }
    }
}

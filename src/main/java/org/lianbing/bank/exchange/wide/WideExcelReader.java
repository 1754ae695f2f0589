package org.lianbing.bank.exchange.wide;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

import org.lianbing.bank.exchange.ImportProblem;
import org.lianbing.base.Problem;
import org.lianbing.base.sheet.MergedCells;
import org.lianbing.base.sheet.WorkbookCheck;

/**
 * Reads workbooks of the wide family: one row an item. Columns come in any order under the names people use; the
 * heading need not be the first row; the type stands in a column, in a heading between rows or in the sheet's name.
 */
public final class WideExcelReader {

    /** The format's name in the API. */
    public static final String FORMAT = "wide-xlsx";

    /** How many items a file may hold. */
    public static final int MOST_ROWS = 20_000;

    /** Sheets of these names explain how to fill in the others; they are passed over without a word. */
    static final Set<String> GUIDES = Set.of("填写说明", "Guide");

    private WideExcelReader() {}

    /**
     * Reads all visible sheets.
     *
     * @throws Problem where the file is none of this kind, too large, or holds no item
     */
    public static WideSheets read(Path file) {
        WorkbookCheck.check(file);
        List<SheetRow> rows = new ArrayList<>();
        List<ImportProblem> notes = new ArrayList<>();
        try (ReadableWorkbook workbook = open(file)) {
            MergedCells merged = MergedCells.of(file);
            for (Sheet sheet : workbook.getSheets().toList()) {
                if (sheet.getVisibility() != SheetVisibility.VISIBLE) {
                    notes.add(ImportProblem.remark(null, "exchange.note.hidden-sheet", "", sheet.getName()));
                } else if (!GUIDES.contains(sheet.getName().strip())) {
                    read(sheet, merged, rows, notes);
                }
            }
        } catch (IOException | ExcelReaderException | IllegalArgumentException e) {
            throw Problem.invalid("exchange.file-broken");
        }
        if (rows.isEmpty()) {
            throw Problem.invalid("exchange.no-items");
        }
        return new WideSheets(List.copyOf(rows), List.copyOf(notes));
    }

    private static void read(Sheet sheet, MergedCells merged, List<SheetRow> rows, List<ImportProblem> notes)
            throws IOException {
        WideSheetReader reader = new WideSheetReader(sheet.getName(), merged.of(sheet.getName()));
        int before = rows.size();
        try (Stream<Row> stream = sheet.openStream()) {
            stream.forEach(row -> reader.read(row).ifPresent(item -> {
                if (rows.size() == MOST_ROWS) {
                    throw Problem.tooLarge("exchange.too-many-rows", MOST_ROWS);
                }
                rows.add(item);
            }));
        }
        if (rows.size() == before && reader.sawText()) {
            notes.add(ImportProblem.remark(
                    null,
                    reader.sawHeading() ? "exchange.note.no-rows" : "exchange.note.no-heading",
                    "",
                    sheet.getName()));
        }
    }

    /** With the formats of numbers; without them where the file, as some programs write it, has no styles at all. */
    private static ReadableWorkbook open(Path file) throws IOException {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        } catch (ExcelReaderException e) {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true));
        }
    }
}

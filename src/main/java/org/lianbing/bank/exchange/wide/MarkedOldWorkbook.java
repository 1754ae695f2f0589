package org.lianbing.bank.exchange.wide;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;

import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;

import org.lianbing.bank.exchange.wide.MarkedWorkbook.Marks;
import org.lianbing.base.Problem;
import org.lianbing.base.sheet.OldBooks;

/** The same as {@link MarkedWorkbook} for the .xls of Excel 97 to 2003; its macros stay behind. */
public final class MarkedOldWorkbook {

    private static final int WIDTH = 50 * 256;
    private static final int LAST_COLUMN = SpreadsheetVersion.EXCEL97.getLastColumnIndex();

    private MarkedOldWorkbook() {}

    /**
     * Writes the workbook with its marks.
     *
     * @param file which was read before
     * @param bySheet marks by the name of their sheet; sheets without any stay as they are
     */
    public static void write(Path file, Map<String, Marks> bySheet, OutputStream out) throws IOException {
        try (HSSFWorkbook workbook = OldBooks.open(file)) {
            HSSFCellStyle style = workbook.createCellStyle();
            style.setWrapText(true);
            style.setVerticalAlignment(VerticalAlignment.TOP);
            style.setDataFormat((short) BuiltinFormats.getBuiltinFormat("text"));
            for (Map.Entry<String, Marks> marks : bySheet.entrySet()) {
                HSSFSheet sheet = workbook.getSheet(marks.getKey());
                if (sheet != null) {
                    mark(sheet, marks.getValue(), style);
                }
            }
            workbook.write(out);
        } catch (Problem e) {
            throw e;
        } catch (RuntimeException e) {
            // The library answers a broken record with whatever its arithmetic throws.
            throw Problem.invalid("exchange.file-broken");
        }
    }

    private static void mark(HSSFSheet sheet, Marks marks, HSSFCellStyle style) {
        int column = 0;
        for (Row row : sheet) {
            column = Math.max(column, row.getLastCellNum());
        }
        // Where the sheet is as wide as it can be, the last column gives way.
        column = Math.min(column, LAST_COLUMN);
        int heading = Math.max(1, marks.first() - 1);
        if (!marks.told().containsKey(heading)) {
            say(sheet, heading, column, marks.heading(), style);
        }
        for (int line : new TreeSet<>(marks.told().keySet())) {
            say(sheet, line, column, marks.told().getOrDefault(line, ""), style);
        }
        for (int line : marks.right()) {
            HSSFRow row = sheet.getRow(line - 1);
            if (row != null) {
                row.setZeroHeight(true);
            }
        }
        sheet.setColumnWidth(column, WIDTH);
    }

    private static void say(HSSFSheet sheet, int line, int column, String words, HSSFCellStyle style) {
        HSSFRow there = sheet.getRow(line - 1);
        HSSFRow row = there == null ? sheet.createRow(line - 1) : there;
        HSSFCell cell = row.createCell(column);
        cell.setCellValue(words);
        cell.setCellStyle(style);
    }
}

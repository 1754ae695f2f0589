package org.lianbing.base.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;

import org.lianbing.base.Problem;
import org.lianbing.base.sheet.SheetCells.Area;
import org.lianbing.base.sheet.SheetCells.RowCells;

/** Reads the .xls of Excel 97 to 2003. Formulas are not computed: what Excel last wrote down is read. */
final class OldWorkbook {

    private static final int MOST_AREAS = 50_000;

    private OldWorkbook() {}

    static List<SheetCells> read(Path file) throws IOException {
        try (HSSFWorkbook workbook = OldBooks.open(file)) {
            List<SheetCells> sheets = new ArrayList<>();
            DataFormatter formatter = new DataFormatter();
            formatter.setUseCachedValuesForFormulaCells(true);
            Workbooks.Room room = new Workbooks.Room();
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                if (workbook.getSheetVisibility(i) == SheetVisibility.VISIBLE) {
                    room.takeSheet();
                    sheets.add(sheet(workbook.getSheetAt(i), formatter, room));
                }
            }
            return sheets;
        } catch (EncryptedDocumentException e) {
            throw Problem.invalid("exchange.file-old-or-locked");
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("exchange.file-not-excel");
        } catch (Problem e) {
            throw e;
        } catch (RuntimeException e) {
            // The reader answers a broken record with whatever its arithmetic throws.
            throw Problem.invalid("exchange.file-broken");
        }
    }

    private static SheetCells sheet(Sheet sheet, DataFormatter formatter, Workbooks.Room room) {
        List<RowCells> rows = new ArrayList<>();
        for (Row row : sheet) {
            Map<Integer, String> cells = new TreeMap<>();
            for (Cell cell : row) {
                String text = OldCells.isNumber(cell) ? OldCells.number(cell).text() : formatter.formatCellValue(cell);
                if (!text.isBlank() && cell.getColumnIndex() < Workbooks.MOST_COLUMNS) {
                    cells.put(cell.getColumnIndex(), room.taken(text));
                }
            }
            if (!cells.isEmpty()) {
                room.takeRow();
                rows.add(new RowCells(row.getRowNum(), cells));
            }
        }
        if (sheet.getNumMergedRegions() > MOST_AREAS) {
            Workbooks.demandFewerMerged(MOST_AREAS);
        }
        List<Area> areas = sheet.getMergedRegions().stream()
                .map(range -> new Area(
                        range.getFirstRow(), range.getFirstColumn(), range.getLastRow(), range.getLastColumn()))
                .toList();
        return new SheetCells(sheet.getSheetName(), rows, areas);
    }
}

package org.lianbing.base.sheet;

import java.math.BigDecimal;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;

/**
 * Numbers in the cells of an old workbook, read as those of a new one. Its library shows long ones with an exponent, as a
 * narrow column does, and knows neither each sign of dates nor each of currencies.
 */
public final class OldCells {

    private OldCells() {}

    /** Whether a cell, or what its formula gave, is a number or a date. */
    public static boolean isNumber(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return type == CellType.NUMERIC;
    }

    /** What a number says. */
    public static CellText number(Cell cell) {
        return CellText.ofNumber(
                BigDecimal.valueOf(cell.getNumericCellValue()),
                cell.getCellStyle().getDataFormatString(),
                cell::getLocalDateTimeCellValue);
    }
}

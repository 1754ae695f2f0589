package org.lianbing.bank.exchange.wide;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.ddf.EscherComplexProperty;
import org.apache.poi.ddf.EscherPropertyTypes;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFPatriarch;
import org.apache.poi.hssf.usermodel.HSSFPicture;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFShape;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import org.lianbing.bank.exchange.ImportProblem;
import org.lianbing.bank.exchange.format.Pictures;
import org.lianbing.bank.exchange.format.Upload;
import org.lianbing.bank.exchange.office.OfficeBlips;
import org.lianbing.bank.exchange.office.PaintedPictures;
import org.lianbing.base.Problem;
import org.lianbing.base.sheet.CellText;
import org.lianbing.base.sheet.OldBooks;
import org.lianbing.base.sheet.OldCells;
import org.lianbing.base.sheet.SheetCells.Area;

/** Reads the .xls of Excel 97 to 2003 whole: such a file has 65,536 rows a sheet at most. */
@Component
@Order(2)
final class OldExcelTables implements TableReader {

    private static final int HEAD = 8;
    /** Of a sheet. */
    private static final int MOST_MERGED = 2_000;

    @Override
    public String format() {
        return "xls";
    }

    @Override
    public boolean reads(Upload file) throws IOException {
        byte[] head = file.head(HEAD);
        if (head.length < HEAD || (head[0] & 0xff) != 0xd0 || (head[1] & 0xff) != 0xcf || (head[2] & 0xff) != 0x11) {
            return false;
        }
        return OldBooks.isWorkbook(file.path());
    }

    @Override
    public void read(Upload file, Pictures pictures, Found found) throws IOException {
        try (HSSFWorkbook workbook = OldBooks.open(file.path())) {
            if (workbook.getNumberOfSheets() > ExcelTables.MOST_SHEETS) {
                throw Problem.tooLarge("exchange.too-many-sheets", ExcelTables.MOST_SHEETS);
            }
            PaintedPictures painted = new PaintedPictures(pictures);
            DataFormatter formatter = new DataFormatter();
            formatter.setUseCachedValuesForFormulaCells(true);
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                HSSFSheet sheet = workbook.getSheetAt(i);
                String name = sheet.getSheetName();
                if (workbook.getSheetVisibility(i) != SheetVisibility.VISIBLE) {
                    found.note(ImportProblem.remark(null, "exchange.note.hidden-sheet", "", name));
                } else if (!ExcelTables.GUIDES.contains(name.strip())) {
                    read(workbook, sheet, formatter, painted, found);
                }
            }
        } catch (EncryptedDocumentException e) {
            throw Problem.invalid("exchange.file-old-or-locked");
        } catch (Problem e) {
            throw e;
        } catch (RuntimeException e) {
            // The reader answers a broken record with whatever its arithmetic throws.
            throw Problem.invalid("exchange.file-broken");
        }
    }

    private static void read(
            HSSFWorkbook workbook, HSSFSheet sheet, DataFormatter formatter, PaintedPictures pictures, Found found) {
        SheetReader reader = new SheetReader(sheet.getSheetName(), found);
        SheetFloats floating = floating(sheet, pictures);
        MergedTexts merged = merged(sheet, found);
        for (Row row : sheet) {
            Map<Integer, CellText> cells = new TreeMap<>();
            for (Cell cell : row) {
                CellText read = OldCells.isNumber(cell)
                        ? OldCells.number(cell)
                        : CellText.ofWords(text(workbook, (HSSFCell) cell, formatter));
                if (!read.text().isEmpty()) {
                    cells.put(cell.getColumnIndex(), read);
                }
            }
            floating.add(row.getRowNum(), cells);
            if (!cells.isEmpty()) {
                merged.fill(row.getRowNum(), cells);
            }
            reader.line(row.getRowNum() + 1, cells);
        }
        ExcelTables.orphans(sheet.getSheetName(), floating, found);
        reader.end();
    }

    private static String text(HSSFWorkbook workbook, HSSFCell cell, DataFormatter formatter) {
        if (cell.getCellType() != CellType.STRING
                || cell.getRichStringCellValue().numFormattingRuns() == 0) {
            return formatter.formatCellValue(cell);
        }
        HSSFRichTextString rich = cell.getRichStringCellValue();
        String whole = rich.getString();
        StringBuilder text = new StringBuilder(whole.substring(0, rich.getIndexOfFormattingRun(0)));
        for (int i = 0; i < rich.numFormattingRuns(); i++) {
            int end = i + 1 < rich.numFormattingRuns() ? rich.getIndexOfFormattingRun(i + 1) : whole.length();
            String part = whole.substring(rich.getIndexOfFormattingRun(i), end);
            short offset = workbook.getFontAt(rich.getFontOfFormattingRun(i)).getTypeOffset();
            text.append(RichTexts.at(
                    offset == Font.SS_SUPER ? "superscript" : offset == Font.SS_SUB ? "subscript" : "", part));
        }
        return text.toString();
    }

    private static SheetFloats floating(HSSFSheet sheet, PaintedPictures pictures) {
        List<SheetFloats.Floating> found = new ArrayList<>();
        Map<String, HSSFPicture> byIndex = new HashMap<>();
        HSSFPatriarch patriarch = sheet.getDrawingPatriarch();
        List<HSSFShape> shapes = patriarch == null ? List.of() : patriarch.getChildren();
        for (HSSFShape shape : shapes) {
            if (shape instanceof HSSFPicture picture && shape.getAnchor() instanceof HSSFClientAnchor anchor) {
                String index = String.valueOf(picture.getPictureIndex());
                byIndex.putIfAbsent(index, picture);
                found.add(new SheetFloats.Floating(
                        anchor.getRow1(),
                        anchor.getCol1(),
                        said(picture, EscherPropertyTypes.GROUPSHAPE__SHAPENAME),
                        said(picture, EscherPropertyTypes.GROUPSHAPE__DESCRIPTION),
                        List.of(index)));
            }
        }
        // Many places may show the same picture.
        return new SheetFloats(
                found,
                Map.of(),
                entries -> kept(Objects.requireNonNull(byIndex.get(entries.getFirst())), pictures),
                new HashMap<>());
    }

    private static String said(HSSFPicture picture, EscherPropertyTypes type) {
        return picture.getOptRecord().lookup(type) instanceof EscherComplexProperty words
                ? new String(words.getComplexData(), StandardCharsets.UTF_16LE).replace("\0", "")
                : "";
    }

    private static SheetFloats.Kept kept(HSSFPicture picture, PaintedPictures pictures) {
        String name = String.valueOf(picture.getFileName());
        try {
            return new SheetFloats.Kept(
                    OfficeBlips.keep(Map.of(name, picture.getPictureData().getData()), pictures), null);
        } catch (Problem problem) {
            return new SheetFloats.Kept(name, "exchange.problem.picture-refused");
        }
    }

    /** Those that are more than one row high. */
    private static MergedTexts merged(HSSFSheet sheet, Found found) {
        List<Area> areas = new ArrayList<>();
        for (int i = 0; i < sheet.getNumMergedRegions(); i++) {
            CellRangeAddress range = sheet.getMergedRegion(i);
            if (range.getLastRow() > range.getFirstRow()) {
                if (areas.size() == MOST_MERGED) {
                    found.note(ImportProblem.remark(
                            null, "exchange.note.many-merged", "", sheet.getSheetName(), MOST_MERGED));
                    break;
                }
                areas.add(new Area(
                        range.getFirstRow(), range.getFirstColumn(), range.getLastRow(), range.getLastColumn()));
            }
        }
        return new MergedTexts(areas);
    }
}

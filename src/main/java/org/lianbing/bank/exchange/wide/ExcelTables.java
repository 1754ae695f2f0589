package org.lianbing.bank.exchange.wide;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import org.lianbing.bank.exchange.ImportProblem;
import org.lianbing.bank.exchange.format.Pictures;
import org.lianbing.bank.exchange.format.SafeZip;
import org.lianbing.bank.exchange.format.Upload;
import org.lianbing.bank.exchange.office.PaintedPictures;
import org.lianbing.base.Problem;
import org.lianbing.base.sheet.CellText;
import org.lianbing.base.sheet.MergedCells;
import org.lianbing.base.sheet.SheetBounds;

/**
 * Reads .xlsx workbooks of all three families, row by row. Columns come in any order under the names people use; the
 * heading need not be the first row; the type stands in a column, in a heading between rows or in the sheet's name.
 */
@Component
@Order(1)
public final class ExcelTables implements TableReader {

    /** The format's name in the API. */
    public static final String FORMAT = "xlsx";

    /** Sheets of these names explain how to fill in the others; they are passed over without a word. */
    static final Set<String> GUIDES = Set.of("填写说明", "Guide", "未导出", "Not exported");

    static final int MOST_SHEETS = 200;
    private static final SafeZip.Limits LIMITS = new SafeZip.Limits(30_000, 700L << 20, 1L << 30, 200);
    private static final String STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    private static final int HEAD = 4_000;
    private static final String WORKBOOK = "xl/workbook.xml";

    private static final int MOST_NAMED = 10;

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public boolean reads(Upload file) throws IOException {
        byte[] head = file.head(4);
        if (head.length < 4 || head[0] != 'P' || head[1] != 'K') {
            return false;
        }
        try (SafeZip zip = SafeZip.open(file.path())) {
            return zip.has(WORKBOOK) && zip.has("[Content_Types].xml");
        }
    }

    @Override
    public void read(Upload file, Pictures pictures, Found found) throws IOException {
        RichTexts rich;
        CellPictures inCells;
        PaintedPictures painted = new PaintedPictures(pictures);
        try (SafeZip zip = SafeZip.open(file.path(), LIMITS)) {
            if (isStrict(zip)) {
                throw Problem.invalid("exchange.file-strict");
            }
            zip.demandSound(SheetBounds::check);
            rich = RichTexts.of(zip);
            inCells = CellPictures.of(zip);
            try (ReadableWorkbook workbook = open(file)) {
                List<Sheet> sheets = workbook.getSheets().toList();
                if (sheets.size() > MOST_SHEETS) {
                    throw Problem.tooLarge("exchange.too-many-sheets", MOST_SHEETS);
                }
                MergedCells merged = MergedCells.of(file.path());
                for (Sheet sheet : sheets) {
                    if (sheet.getVisibility() != SheetVisibility.VISIBLE) {
                        found.note(ImportProblem.remark(null, "exchange.note.hidden-sheet", "", sheet.getName()));
                    } else if (!GUIDES.contains(sheet.getName().strip())) {
                        read(sheet, merged, rich, inCells.of(sheet.getName(), zip, painted), found);
                    }
                }
            }
        } catch (ExcelReaderException | IllegalArgumentException | java.io.UncheckedIOException e) {
            throw Problem.invalid("exchange.file-broken");
        }
    }

    private static void read(Sheet sheet, MergedCells merged, RichTexts rich, SheetFloats pictures, Found found)
            throws IOException {
        SheetReader reader = new SheetReader(sheet.getName(), found);
        MergedTexts filled = new MergedTexts(merged.of(sheet.getName()));
        merged.cut(sheet.getName())
                .ifPresent(most ->
                        found.note(ImportProblem.remark(null, "exchange.note.many-merged", "", sheet.getName(), most)));
        try (Stream<Row> stream = sheet.openStream()) {
            stream.forEach(row -> {
                Map<Integer, CellText> cells = new TreeMap<>();
                for (Cell cell : row) {
                    CellText read = text(cell, rich, pictures);
                    if (cell != null && !read.text().isEmpty()) {
                        cells.put(cell.getColumnIndex(), read);
                    }
                }
                pictures.add(row.getRowNum() - 1, cells);
                if (!cells.isEmpty()) {
                    filled.fill(row.getRowNum() - 1, cells);
                }
                reader.line(row.getRowNum(), cells);
            });
        }
        orphans(sheet.getName(), pictures, found);
        reader.end();
    }

    /** Says which pictures no cell names any more. */
    static void orphans(String sheet, SheetFloats pictures, Found found) {
        List<String> orphans = pictures.orphans();
        if (!orphans.isEmpty()) {
            String some = String.join("、", orphans.subList(0, Math.min(MOST_NAMED, orphans.size())));
            found.note(ImportProblem.remark(null, "exchange.note.orphan-pictures", "", sheet, orphans.size(), some));
        }
    }

    private static CellText text(@Nullable Cell cell, RichTexts rich, SheetFloats pictures) {
        if (cell == null) {
            return CellText.of(null);
        }
        String formula = cell.getFormula();
        CellText read = CellText.of(cell);
        String said = formula == null ? read.text() : formula;
        if (said.contains("DISPIMG")) {
            return pictures.inside(said);
        }
        return read.flaw() == null ? new CellText(rich.of(read.text()), null) : read;
    }

    /** A kind of .xlsx that Excel offers besides the usual one, and whose names of all things are others. */
    private static boolean isStrict(SafeZip zip) throws IOException {
        try (InputStream in = zip.stream(WORKBOOK).orElseThrow()) {
            return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8).contains(STRICT);
        }
    }

    /** With the formats of numbers; without them where the file, as some programs write it, has no styles at all. */
    private static ReadableWorkbook open(Upload file) throws IOException {
        try {
            return new ReadableWorkbook(file.path().toFile(), new ReadingOptions(true, true));
        } catch (ExcelReaderException e) {
            return new ReadableWorkbook(file.path().toFile(), new ReadingOptions(false, true));
        }
    }
}

package org.lianbing.base.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.lianbing.base.Problem;
import org.lianbing.base.sheet.SheetCells.Area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WorkbooksTest {

    @TempDir
    Path folder;

    @Test
    void newAndOldWorkbooksSayTheSame() throws IOException {
        for (Path file : List.of(modern(), old())) {
            List<SheetCells> sheets = Workbooks.read(file);
            assertThat(sheets).extracting(SheetCells::name).containsExactly("甲");
            SheetCells sheet = sheets.getFirst();
            assertThat(sheet.rows()).extracting(SheetCells.RowCells::number).containsExactly(0, 2);
            assertThat(sheet.rows().getFirst().get(0)).isEqualTo("范围");
            assertThat(Blanks.before(sheet.rows().getFirst().cells().getOrDefault(0, "")))
                    .isEqualTo(2);
            assertThat(sheet.rows().get(1).get(1)).isEqualTo("30");
            assertThat(sheet.rows().get(1).get(2)).isEqualTo("30%");
            // Of a person or an account: no exponent, and no zero less.
            assertThat(sheet.rows().get(1).get(3)).isEqualTo("622848001234");
            assertThat(sheet.rows().get(1).get(4)).isEqualTo("00017");
            assertThat(sheet.merged()).containsExactly(new Area(0, 0, 1, 1));
        }
    }

    @Test
    void aFileOfAnotherKindIsRefusedWithASentence() throws IOException {
        refused(Files.writeString(folder.resolve("a.xlsx"), "题干,答案\n"), "exchange.file-not-excel");
        refused(Files.writeString(folder.resolve("b.xlsx"), ""), "exchange.file-empty");
        byte[] cut = Files.readAllBytes(modern());
        refused(
                Files.write(folder.resolve("c.xlsx"), java.util.Arrays.copyOf(cut, cut.length / 2)),
                "exchange.file-broken");
        byte[] half = Files.readAllBytes(old());
        assertThatThrownBy(() -> Workbooks.read(
                        Files.write(folder.resolve("d.xls"), java.util.Arrays.copyOf(half, half.length / 2))))
                .isInstanceOf(Problem.class);
        refused(Files.write(folder.resolve("e.xlsx"), new byte[6 * 1024 * 1024]), "exchange.file-too-large");
    }

    @Test
    void whatSwellsUpIsRefused() throws IOException {
        Path bomb = folder.resolve("bomb.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            entry(zip, "[Content_Types].xml", "<Types/>");
            entry(zip, "xl/workbook.xml", "<workbook/>");
            entry(zip, "xl/worksheets/sheet1.xml", "0".repeat(30_000_000));
        }
        refused(bomb, "exchange.file-swells");
    }

    @Test
    void aCellFarOutsideOfASheetIsRefused() throws IOException {
        Path far = folder.resolve("far.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(far))) {
            entry(zip, "[Content_Types].xml", "<Types/>");
            entry(zip, "xl/workbook.xml", "<workbook/>");
            // Any part may be named as a sheet.
            entry(zip, "xl/other.bin", "<sheetData><row><c r=\"FXSHRXW2\"/></row></sheetData>");
        }
        refused(far, "exchange.file-broken");
    }

    @Test
    void moreRowsThanWeTakeAreRefused() throws IOException {
        Path file = folder.resolve("long.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("长");
            for (int row = 0; row <= Workbooks.MOST_ROWS; row++) {
                sheet.value(row, 0, "行");
            }
        }
        refused(file, "base.sheet.too-many-rows");
    }

    @Test
    void moreMergedCellsThanWeTakeAreRefused() throws IOException {
        Path file = folder.resolve("merged.xls");
        try (OutputStream out = Files.newOutputStream(file);
                HSSFWorkbook book = new HSSFWorkbook()) {
            Sheet sheet = book.createSheet("甲");
            for (int i = 0; i <= 50_000; i++) {
                sheet.addMergedRegionUnsafe(new CellRangeAddress(i, i, 0, 1));
            }
            book.write(out);
        }
        refused(file, "base.sheet.too-many-merged");
    }

    @Test
    void columnsHaveTheNamesOfExcel() {
        assertThat(SheetCells.letters(0)).isEqualTo("A");
        assertThat(SheetCells.letters(25)).isEqualTo("Z");
        assertThat(SheetCells.letters(26)).isEqualTo("AA");
        assertThat(SheetCells.letters(99)).isEqualTo("CV");
    }

    private static void refused(Path file, String code) {
        assertThatThrownBy(() -> Workbooks.read(file))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private Path modern() throws IOException {
        Path file = folder.resolve("new.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("甲");
            sheet.value(0, 0, "  范围");
            sheet.range(0, 0, 1, 1).merge();
            sheet.value(2, 1, 30);
            sheet.value(2, 2, 0.3);
            sheet.style(2, 2).format("0%").set();
            sheet.value(2, 3, 622_848_001_234.0);
            sheet.value(2, 4, 17);
            sheet.style(2, 4).format("00000").set();
            book.newWorksheet("藏").setVisibilityState(VisibilityState.HIDDEN);
        }
        return file;
    }

    private Path old() throws IOException {
        Path file = folder.resolve("old.xls");
        try (OutputStream out = Files.newOutputStream(file);
                HSSFWorkbook book = new HSSFWorkbook()) {
            Sheet sheet = book.createSheet("甲");
            sheet.createRow(0).createCell(0).setCellValue("  范围");
            sheet.addMergedRegion(new CellRangeAddress(0, 1, 0, 1));
            sheet.createRow(2).createCell(1).setCellValue(30);
            sheet.getRow(2).createCell(2).setCellValue(0.3);
            sheet.getRow(2).getCell(2).setCellStyle(book.createCellStyle());
            sheet.getRow(2).getCell(2).getCellStyle().setDataFormat((short) 9);
            sheet.getRow(2).createCell(3).setCellValue(622_848_001_234.0);
            sheet.getRow(2).createCell(4).setCellValue(17);
            sheet.getRow(2).getCell(4).setCellStyle(book.createCellStyle());
            sheet.getRow(2)
                    .getCell(4)
                    .getCellStyle()
                    .setDataFormat(book.createDataFormat().getFormat("00000"));
            book.createSheet("藏");
            book.setSheetHidden(1, true);
            book.write(out);
        }
        return file;
    }
}

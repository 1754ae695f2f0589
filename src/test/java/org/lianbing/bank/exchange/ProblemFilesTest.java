package org.lianbing.bank.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Rows that are wrong go back as the same kind of file as they came in. */
class ProblemFilesTest extends ImportTest {

    private static final Charset CHINESE = Charset.forName("GB18030");

    @Autowired
    ProblemFile problemFile;

    @TempDir
    Path folder;

    @Test
    void aTableInPlainTextGoesBackLetterByLetterWithOneColumnMore() throws IOException {
        List<String> lines = List.of(
                "钳工题库;;;;",
                "题干;选项A;选项B;选项C;答案",
                mark + "甲？;一;二;\"三;\n\"\"第二行\"\"\";A",
                mark + "乙？;一;二;三;E",
                "=1+1" + mark + ";一;二;三");
        Path table = folder.resolve("题库.csv");
        Files.writeString(table, String.join("\r\n", lines) + "\r\n", CHINESE);
        ImportFile file = imports.preview(trainer, settings(), "题库.csv", table);
        assertThat(file.format()).isEqualTo("csv");
        assertThat(problemFile.name(file, Locale.CHINESE)).isEqualTo("题库-问题行.csv");
        assertThat(problemFile.contentType(file)).isEqualTo("text/csv");
        Path back = written(file, "back.csv");
        String text = Files.readString(back, CHINESE);
        // The problem names rows in its own words; around them all is as it was.
        assertThat(text)
                .startsWith(lines.get(0) + "\r\n" + lines.get(1) + ";\"要改的地方\"\r\n" + lines.get(2) + "\r\n"
                        + lines.get(3) + ";\"")
                .contains("\r\n" + lines.get(4) + ";;\"");
        assertThat(text.substring(text.indexOf(lines.get(3)), text.indexOf(lines.get(4))))
                .contains("E");
        ImportFile again = imports.preview(trainer, settings(), "题库-问题行.csv", back);
        assertThat(again.rows()).isEqualTo(file.rows());
    }

    @Test
    void anOldWorkbookGoesBackAsOne() throws IOException {
        Path book = folder.resolve("题库.xls");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(book)) {
            HSSFSheet sheet = workbook.createSheet("单选题");
            line(sheet, 0, "题干", "选项A", "选项B", "选项C", "答案");
            line(sheet, 1, mark + "甲？", "一", "二", "三", "A");
            line(sheet, 2, mark + "乙？", "一", "二", "三", "E");
            sheet.setColumnWidth(0, 7_777);
            workbook.createSheet("别的").createRow(0).createCell(0).setCellValue("留着");
            workbook.write(out);
        }
        ImportFile file = imports.preview(trainer, settings(), "题库.xls", book);
        assertThat(problemFile.name(file, Locale.CHINESE)).isEqualTo("题库-问题行.xls");
        Path back = written(file, "back.xls");
        try (InputStream in = Files.newInputStream(back);
                HSSFWorkbook workbook = new HSSFWorkbook(in)) {
            HSSFSheet sheet = workbook.getSheet("单选题");
            assertThat(sheet.getColumnWidth(0)).isEqualTo(7_777);
            assertThat(sheet.getRow(0).getCell(5).getStringCellValue()).isEqualTo("要改的地方");
            assertThat(sheet.getRow(1).getZeroHeight()).isTrue();
            assertThat(sheet.getRow(2).getZeroHeight()).isFalse();
            assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).isEqualTo(mark + "乙？");
            assertThat(sheet.getRow(2).getCell(5).getStringCellValue()).contains("E");
            assertThat(workbook.getSheet("别的").getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("留着");
        }
        ImportFile again = imports.preview(trainer, settings(), "题库-问题行.xls", back);
        assertThat(again.rows()).isEqualTo(2);
    }

    private Path written(ImportFile file, String name) throws IOException {
        Path back = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(back)) {
            problemFile.write(trainer, file.id(), Locale.CHINESE, out);
        }
        return back;
    }

    private static void line(HSSFSheet sheet, int line, String... cells) {
        HSSFRow row = sheet.createRow(line);
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
    }
}

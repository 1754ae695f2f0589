package org.lianbing.bank.exchange.wide;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.lianbing.bank.exchange.ImportField;
import org.lianbing.bank.exchange.ImportProblem;
import org.lianbing.base.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ExcelTablesTest {

    @TempDir
    Path folder;

    @Test
    void columnsInAnyOrderUnderTheNamesPeopleUse() {
        SheetRow row = only(book(book -> {
            Worksheet sheet = book.newWorksheet("Sheet1");
            row(sheet, 0, "序号", "正确答案", "类型", "选项A", "B", "选项三", "试题内容（必填）", "答案解析", "难度系数", "知识点", "级别", "出处");
            row(sheet, 1, "1", "B ", "单选题", "甲", "乙", "丙", "  题目？　", "因为", "0.7", "点", "中级工", "书");
        }));
        assertThat(row.cells().get(ImportField.STEM)).isEqualTo("题目？");
        assertThat(row.cells().get(ImportField.ANSWER)).isEqualTo("B");
        assertThat(row.cells().get(ImportField.OPTION_C)).isEqualTo("丙");
        assertThat(row.cells().get(ImportField.TYPE)).isEqualTo("单选题");
        assertThat(row.cells().get(ImportField.EXPLANATION)).isEqualTo("因为");
        assertThat(row.columns()).containsEntry(ImportField.STEM, "G").containsEntry(ImportField.ANSWER, "B");
        assertThat(row.line()).isEqualTo(2);
    }

    @Test
    void headingBelowATitleAndEmptyRowsBetween() {
        List<SheetRow> rows = read(book(book -> {
                    Worksheet sheet = book.newWorksheet("电工题库");
                    row(sheet, 0, "2026 年电工题库");
                    row(sheet, 3, "题干", "答案", "题型");
                    row(sheet, 4, "甲。", "对", "判断");
                    row(sheet, 7, "乙。", "错", "判断");
                }))
                .rows();
        assertThat(rows).extracting(SheetRow::line).containsExactly(5, 8);
    }

    @Test
    void theTypeStandsInTheSheetNameOrInAHeadingBetween() {
        List<SheetRow> rows = read(book(book -> {
                    Worksheet judge = book.newWorksheet("判断题");
                    row(judge, 0, "题目", "答案");
                    row(judge, 1, "甲。", "对");
                    Worksheet mixed = book.newWorksheet("其他");
                    row(mixed, 0, "题目", "A", "B", "C", "答案");
                    row(mixed, 1, "一、单项选择题（每题 1 分）");
                    row(mixed, 2, "乙？", "1", "2", "3", "A");
                    row(mixed, 3, "二、多项选择题");
                    row(mixed, 4, "丙？", "1", "2", "3", "AB");
                }))
                .rows();
        assertThat(rows)
                .extracting(row -> row.cells().get(ImportField.TYPE))
                .containsExactly("true-false", "single-choice", "multiple-choice");
    }

    @Test
    void numbersReadAsPeopleSeeThem() {
        SheetRow row = only(book(book -> {
            Worksheet sheet = book.newWorksheet("单选");
            row(sheet, 0, "题干", "A", "B", "C", "D", "答案");
            sheet.value(1, 0, "多少？");
            sheet.value(1, 1, 0.1 + 0.2);
            sheet.value(1, 2, 380);
            sheet.value(1, 3, 0.5);
            sheet.style(1, 3).format("0%").set();
            sheet.value(1, 4, 1_000_000);
            sheet.value(1, 5, "A");
        }));
        assertThat(ImportField.OPTIONS.subList(0, 4))
                .extracting(row.cells()::get)
                .containsExactly("0.3", "380", "50%", "1000000");
        assertThat(row.problems()).isEmpty();
    }

    @Test
    void datesThatExcelMadeAreProblemsAtTheirCell() {
        SheetRow row = only(book(book -> {
            Worksheet sheet = book.newWorksheet("单选");
            row(sheet, 0, "题干", "A", "B", "答案");
            row(sheet, 1, "几分之几？", "1/3", "", "A");
            sheet.value(1, 2, java.time.LocalDate.of(2025, 1, 2));
            sheet.style(1, 2).format("yyyy-mm-dd").set();
        }));
        assertThat(row.problems())
                .extracting(ImportProblem::field, ImportProblem::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(ImportField.OPTION_B, "exchange.problem.date"));
        assertThat(row.columns()).containsEntry(ImportField.OPTION_B, "C");
    }

    @Test
    void hiddenSheetsAreLeftOutAndSaidSo() {
        ReadTables sheets = read(book(book -> {
            Worksheet shown = book.newWorksheet("判断");
            row(shown, 0, "题干", "答案");
            row(shown, 1, "甲。", "对");
            Worksheet hidden = book.newWorksheet("草稿");
            row(hidden, 0, "题干", "答案");
            row(hidden, 1, "乙。", "对");
            hidden.setVisibilityState(VisibilityState.HIDDEN);
            Worksheet other = book.newWorksheet("说明");
            row(other, 0, "请认真填写");
            Worksheet guide = book.newWorksheet("填写说明");
            row(guide, 0, "题干", "答案");
            row(guide, 1, "例。", "对");
        }));
        assertThat(sheets.rows()).hasSize(1);
        assertThat(sheets.notes())
                .extracting(ImportProblem::code)
                .containsExactly("exchange.note.hidden-sheet", "exchange.note.no-heading");
    }

    @Test
    void rowsWithANumberAloneAreNoItemsAndAreNamed() {
        ReadTables sheets = read(book(book -> {
            Worksheet sheet = book.newWorksheet("Sheet1");
            row(sheet, 0, "序号", "题型", "题干", "答案");
            row(sheet, 1, "1", "判断题", "甲。", "对");
            for (int line = 2; line < 14; line++) {
                row(sheet, line, String.valueOf(line), "判断题", "", "");
            }
        }));
        assertThat(sheets.rows()).hasSize(1);
        assertThat(sheets.notes()).singleElement().satisfies(note -> {
            assertThat(note.code()).isEqualTo("exchange.note.empty-rows");
            assertThat(note.arguments()).containsExactly("Sheet1", "12", "3, 4, 5, 6, 7, 8, 9, 10, 11, 12 …");
        });
    }

    @Test
    void aMergedCellHoldsForAllItsRows() {
        List<SheetRow> rows = read(book(book -> {
                    Worksheet sheet = book.newWorksheet("Sheet1");
                    row(sheet, 0, "题型", "题干", "答案");
                    row(sheet, 1, "判断题", "甲。", "对");
                    row(sheet, 2, "", "乙。", "错");
                    row(sheet, 3, "", "丙。", "错");
                    sheet.range(1, 0, 2, 0).merge();
                }))
                .rows();
        assertThat(rows).extracting(row -> row.cells().get(ImportField.TYPE)).containsExactly("判断题", "判断题", "");
    }

    @Test
    void mergedCellsBeyondANumberAreLeftOutAndSaidSo() throws IOException {
        ReadTables read = read(rawSheet("""
            <row r="1"><c r="A1" t="inlineStr"><is><t>题干</t></is></c>\
            <c r="B1" t="inlineStr"><is><t>答案</t></is></c>\
            <c r="C1" t="inlineStr"><is><t>题型</t></is></c></row>\
            <row r="2"><c r="A2" t="inlineStr"><is><t>甲。</t></is></c>\
            <c r="B2" t="inlineStr"><is><t>对</t></is></c>\
            <c r="C2" t="inlineStr"><is><t>判断</t></is></c></row>\
            </sheetData><mergeCells>%s</mergeCells><sheetData>\
            """.formatted(IntStream.range(5, 50_006)
                .mapToObj(line -> "<mergeCell ref=\"E" + line + ":F" + line + "\"/>")
                .collect(Collectors.joining()))));
        assertThat(read.rows()).hasSize(1);
        assertThat(read.notes()).singleElement().satisfies(note -> {
            assertThat(note.code()).isEqualTo("exchange.note.many-merged");
            assertThat(note.arguments()).containsExactly("表", "50000");
        });
    }

    @Test
    void optionsTogetherInOneCell() {
        List<SheetRow> rows = read(book(book -> {
                    Worksheet sheet = book.newWorksheet("单选");
                    row(sheet, 0, "题干", "选项", "答案");
                    row(sheet, 1, "甲？", "A、一 B、二 C、三", "A");
                    row(sheet, 2, "乙？", "一|二|三", "A");
                    row(sheet, 3, "丙？", "A.一\nB.二\nC.三", "A");
                }))
                .rows();
        assertThat(rows)
                .allSatisfy(row -> assertThat(ImportField.OPTIONS.subList(0, 3))
                        .extracting(row.cells()::get)
                        .containsExactly("一", "二", "三"));
    }

    @Test
    void cachedValuesOfFormulasCountAndErrorsAreProblems() throws IOException {
        Path file = rawSheet("""
            <row r="1"><c r="A1" t="inlineStr"><is><t>题干</t></is></c>\
            <c r="B1" t="inlineStr"><is><t>答案</t></is></c>\
            <c r="C1" t="inlineStr"><is><t>题型</t></is></c></row>\
            <row r="2"><c r="A2" t="str"><f>"甲"&amp;"。"</f><v>甲。</v></c>\
            <c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>\
            <c r="C2" t="inlineStr"><is><t>判断</t></is></c></row>\
            """);
        SheetRow row = only(file);
        assertThat(row.cells().get(ImportField.STEM)).isEqualTo("甲。");
        assertThat(row.problems())
                .extracting(ImportProblem::field, ImportProblem::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ImportField.ANSWER, "exchange.problem.formula-error"));
    }

    @Test
    void whatIsNoWorkbookIsSaidClearly() throws IOException {
        refused("甲,乙".getBytes(StandardCharsets.UTF_8), "exchange.file-unknown");
        refused(new byte[0], "exchange.file-unknown");
        refused(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1},
                "exchange.file-unknown");
        refused("PK\u0003\u0004 and then nothing that fits".getBytes(StandardCharsets.UTF_8), "exchange.file-broken");
        Path other = folder.resolve("other.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(other))) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write("<a/>".getBytes(StandardCharsets.UTF_8));
        }
        assertRefused(other, "exchange.file-unknown");
        assertThat(read(book(book -> row(book.newWorksheet("Sheet1"), 0, "没有表头")))
                        .notes())
                .singleElement()
                .satisfies(note -> assertThat(note.code()).isEqualTo("exchange.note.no-heading"));
    }

    @Test
    void aZipBombIsNotRead() throws IOException {
        Path bomb = folder.resolve("bomb.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 64; i++) {
                zip.write(zeros);
            }
        }
        assertRefused(bomb, "exchange.file-swells");
    }

    /** The reader of the rows would fill up the row as far as there. */
    @Test
    void aCellFarOutsideOfTheSheetIsRefused() throws IOException {
        assertRefused(rawSheet("<row r=\"1\"><c r=\"FXSHRXW2\"/></row>"), "exchange.file-broken");
    }

    @Test
    void aStrictWorkbookIsToBeSavedAsAUsualOne() throws IOException {
        Path file = folder.resolve("strict.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(zip, "[Content_Types].xml", "<Types/>");
            entry(zip, "xl/workbook.xml", "<workbook xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"/>");
        }
        assertRefused(file, "exchange.file-strict");
    }

    private void refused(byte[] content, String code) throws IOException {
        Path file = folder.resolve("file.xlsx");
        Files.write(file, content);
        assertRefused(file, code);
    }

    private static void assertRefused(Path file, String code) {
        assertThatThrownBy(() -> ReadTables.of(new ExcelTables(), file))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private static SheetRow only(Path file) {
        List<SheetRow> rows = read(file).rows();
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private static ReadTables read(Path file) {
        return ReadTables.of(new ExcelTables(), file);
    }

    private Path book(Consumer<Workbook> content) {
        Path file = folder.resolve("book.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "Test", "1.0")) {
            content.accept(book);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return file;
    }

    private static void row(Worksheet sheet, int line, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            if (!texts[i].isEmpty()) {
                sheet.value(line, i, texts[i]);
            }
        }
    }

    /** A workbook whose one sheet holds these rows as XML. */
    private Path rawSheet(String rows) throws IOException {
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String packages = "http://schemas.openxmlformats.org/package/2006/";
        Path file = folder.resolve("raw.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(zip, "[Content_Types].xml", """
                <Types xmlns="%scontent-types"><Default Extension="xml" ContentType="application/xml"/>\
                <Default Extension="rels" \
                ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Override PartName="/xl/workbook.xml" \
                ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
                </Types>\
                """.formatted(packages));
            entry(zip, "xl/workbook.xml", """
                <workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets>\
                </workbook>\
                """.formatted(main, relations));
            entry(zip, "xl/_rels/workbook.xml.rels", """
                <Relationships xmlns="%srelationships"><Relationship Id="rId1" Type="%s/worksheet" \
                Target="worksheets/sheet1.xml"/></Relationships>\
                """.formatted(packages, relations));
            entry(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns=\"" + main + "\"><sheetData>" + rows + "</sheetData></worksheet>");
        }
        return file;
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + content).getBytes(StandardCharsets.UTF_8));
    }
}

package org.lianbing.trade.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Sheet;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.lianbing.base.Level;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.trade.Trade;
import org.lianbing.trade.TradeKind;
import org.lianbing.trade.editing.OutlineField;
import org.lianbing.trade.editing.OutlineLine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OutlineReaderTest {

    private static final Trade WELDER =
            new Trade(TradeId.next(), "welder", TradeKind.TRADE, null, "焊工", "Welder", List.of("电焊工"), List.of());
    private static final Trade SAFETY =
            new Trade(TradeId.next(), "safety", TradeKind.FOUNDATION, null, "安全生产", "Safety", List.of("安全"), List.of());

    @TempDir
    Path folder;

    @Test
    void flatWithAHeadingOverTwoRowsAndMergedRanges() throws IOException {
        Outcome read = only(book(book -> {
            Worksheet sheet = book.newWorksheet("高级工");
            row(sheet, 0, "焊工鉴定要素细目表");
            row(sheet, 1, "工种：焊工　等级：高级工　版本：2026");
            row(sheet, 2, "鉴定范围一级", "", "", "鉴定范围二级", "", "", "鉴定范围三级", "", "", "鉴定点", "", "");
            row(sheet, 3, "代码", "名称", "鉴定比重", "代码", "名称", "鉴定比重", "代码", "名称", "鉴定比重", "代码", "名称", "重要程度");
            for (int group = 0; group < 4; group++) {
                sheet.range(2, group * 3, 2, group * 3 + 2).merge();
            }
            row(sheet, 4, "A", "基本要求", 20, "A", "职业道德", 5, "A", "职业守则", 5, "001", "职业道德的含义", "X");
            row(sheet, 5, "", "", "", "", "", "", "", "", "", "002", "爱岗敬业", "Y");
            row(sheet, 6, "", "", "", "B", "基础知识", 15, "A", "识图", 15, "001", "焊缝符号", "X");
            row(sheet, 7, "B", "相关知识", 80, "A", "焊接", 80, "A", "电弧焊", 80, "001", "引弧", "Z");
            sheet.range(4, 0, 6, 0).merge();
            sheet.range(4, 1, 6, 1).merge();
        }));
        assertThat(read.head().trade()).isEqualTo(WELDER.id());
        assertThat(read.head().level()).isEqualTo(Level.SENIOR);
        assertThat(read.head().edition()).isEqualTo("2026");
        assertThat(read.head().name()).isEqualTo("焊工鉴定要素细目表");
        assertThat(read.lines())
                .extracting(OutlineReaderTest::told)
                .containsExactly(
                        "1 A 基本要求 20",
                        "2 A-A 职业道德 5",
                        "3 A-A-A 职业守则 5",
                        "· A-A-A-001 职业道德的含义 X",
                        "· A-A-A-002 爱岗敬业 Y",
                        "2 A-B 基础知识 15",
                        "3 A-B-A 识图 15",
                        "· A-B-A-001 焊缝符号 X",
                        "1 B 相关知识 80",
                        "2 B-A 焊接 80",
                        "3 B-A-A 电弧焊 80",
                        "· B-A-A-001 引弧 Z");
        assertThat(line(read, "A-A-A-002").place(OutlineField.IMPORTANCE)).isEqualTo("高级工!L6");
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void flatWithAHeadingOfOneRowInAnyOrderWithoutCodes() throws IOException {
        Outcome read = only(book(book -> {
            Worksheet sheet = book.newWorksheet("电焊工 三级");
            row(sheet, 0, "序号", "重要程度", "鉴定点", "二级范围", "比重（二级）", "一级范围", "比重（一级）", "备注");
            row(sheet, 1, "1", "核心", "甲", "子一", "30%", "范围一", "30%", "");
            row(sheet, 2, "2", "一般", "乙", "子一", "30%", "范围一", "30%", "新增");
            row(sheet, 3, "3", "辅助", "丙", "子二", "70%", "范围二", "70%", "");
            row(sheet, 4, "合计", "", "", "", "100%", "", "", "");
        }));
        assertThat(read.head().trade()).isEqualTo(WELDER.id());
        assertThat(read.head().level()).isEqualTo(Level.SENIOR);
        assertThat(read.lines())
                .extracting(OutlineReaderTest::told)
                .containsExactly(
                        "1 A 范围一 30",
                        "2 A-A 子一 30",
                        "· A-A-001 甲 X",
                        "· A-A-002 乙 Y",
                        "1 B 范围二 70",
                        "2 B-A 子二 70",
                        "· B-A-001 丙 Z");
        assertThat(read.lines()).noneMatch(OutlineLine::coded);
        assertThat(read.notes()).extracting(note -> note.arguments().getFirst()).containsExactly("电焊工 三级!5");
    }

    @Test
    void aHeadingOfThreeRowsAndUnnumberedDomains() throws IOException {
        Outcome read = only(book(book -> {
            Worksheet sheet = book.newWorksheet("技师");
            row(sheet, 0, "行为领域", "", "", "鉴定范围", "", "", "鉴定点", "", "");
            row(sheet, 1, "代码", "名称", "比重", "代码", "名称", "比重", "代码", "名称", "重要程度");
            row(sheet, 2, "A", "基本要求", 0.2, "A", "道德", 1, "001", "甲", "掌握");
            row(sheet, 3, "B", "相关知识", 0.8, "A", "焊接", 0.6, "001", "乙", "熟悉");
            row(sheet, 4, "", "", "", "B", "切割", 0.4, "001", "丙", "了解");
        }));
        assertThat(read.head().level()).isEqualTo(Level.TECHNICIAN);
        assertThat(read.head().trade()).isNull();
        assertThat(read.lines())
                .extracting(OutlineReaderTest::told)
                .containsExactly(
                        "1 A 基本要求 20",
                        "2 A-A 道德 100",
                        "· A-A-001 甲 X",
                        "1 B 相关知识 80",
                        "2 B-A 焊接 60",
                        "· B-A-001 乙 Y",
                        "2 B-B 切割 40",
                        "· B-B-001 丙 Z");
    }

    @Test
    void aTreeInOneColumnNestedByItsCodes() throws IOException {
        Outcome read = only(book(book -> {
            Worksheet sheet = book.newWorksheet("焊工中级");
            row(sheet, 0, "代码", "名称", "鉴定比重", "重要程度");
            row(sheet, 1, "A", "基础", "40%", "");
            row(sheet, 2, "A-B", "材料", "40%", "");
            row(sheet, 3, "A-B-003", "钢材的分类", "", "X");
            row(sheet, 4, "B", "焊接", "60%", "");
            row(sheet, 5, "B-A", "气焊", "60%", "");
            row(sheet, 6, "B-A-001", "火焰", "", "Ｙ");
        }));
        assertThat(read.head().level()).isEqualTo(Level.INTERMEDIATE);
        assertThat(read.lines())
                .extracting(OutlineReaderTest::told)
                .containsExactly(
                        "1 A 基础 40", "2 A-B 材料 40", "· A-B-003 钢材的分类 X", "1 B 焊接 60", "2 B-A 气焊 60", "· B-A-001 火焰 Y");
    }

    @Test
    void aTreeSetInBySpacesAndATreeWithoutAnyHeading() throws IOException {
        Outcome spaces = only(book(book -> {
            Worksheet sheet = book.newWorksheet("一");
            row(sheet, 0, "名称", "比重", "重要程度");
            row(sheet, 1, "基础", 100, "");
            row(sheet, 2, "　材料", 100, "");
            row(sheet, 3, "　　钢材", "", "核心要素");
            row(sheet, 4, "　　铸铁", "", "一般要素");
        }));
        assertThat(spaces.lines())
                .extracting(OutlineReaderTest::told)
                .containsExactly("1 A 基础 100", "2 A-A 材料 100", "· A-A-001 钢材 X", "· A-A-002 铸铁 Y");
        Outcome bare = only(book(book -> {
            Worksheet sheet = book.newWorksheet("焊工五级");
            row(sheet, 0, "焊工（五级）鉴定要素细目表");
            row(sheet, 1, "A 基础（30%）");
            row(sheet, 2, "A-A 材料", "30%");
            row(sheet, 3, "A-A-001 钢材", "X");
            row(sheet, 4, "B、焊接（70%）");
            row(sheet, 5, "B-A 气焊 70%");
            row(sheet, 6, "B-A-001 火焰", "Z");
        }));
        assertThat(bare.head().level()).isEqualTo(Level.JUNIOR);
        assertThat(bare.lines())
                .extracting(OutlineReaderTest::told)
                .containsExactly(
                        "1 A 基础 30", "2 A-A 材料 30", "· A-A-001 钢材 X", "1 B 焊接 70", "2 B-A 气焊 70", "· B-A-001 火焰 Z");
    }

    @Test
    void rangesAndPointsInSheetsOrBlocksOfTheirOwn() throws IOException {
        Consumer<Worksheet> ranges = sheet -> {
            row(sheet, 0, "鉴定范围代码", "鉴定范围名称", "鉴定比重");
            row(sheet, 1, "A", "基础", 100);
            row(sheet, 2, "A-A", "材料", 60);
            row(sheet, 3, "A-B", "工具", 40);
        };
        List<String> expected = List.of(
                "1 A 基础 100", "2 A-A 材料 60", "· A-A-001 钢材 X", "2 A-B 工具 40", "· A-B-001 焊钳 X", "· A-B-002 面罩 Z");
        Outcome sheets = only(book(book -> {
            Worksheet points = book.newWorksheet("鉴定点");
            row(points, 0, "所属范围", "鉴定点代码", "鉴定点名称", "重要程度");
            row(points, 1, "A-A", "001", "钢材", "X");
            row(points, 2, "A-B", "001", "焊钳", "X");
            row(points, 3, "A-B", "002", "面罩", "Z");
            ranges.accept(book.newWorksheet("鉴定范围"));
        }));
        assertThat(sheets.lines()).extracting(OutlineReaderTest::told).containsExactlyElementsOf(expected);
        Outcome blocks = only(book(book -> {
            Worksheet sheet = book.newWorksheet("焊工 初级工");
            ranges.accept(sheet);
            row(sheet, 6, "鉴定点代码", "鉴定点名称", "重要程度");
            row(sheet, 7, "A-A-001", "钢材", "X");
            row(sheet, 8, "A-B-001", "焊钳", "X");
            row(sheet, 9, "A-B-002", "面罩", "Z");
        }));
        assertThat(blocks.lines()).extracting(OutlineReaderTest::told).containsExactlyElementsOf(expected);
        assertThat(blocks.head().level()).isEqualTo(Level.JUNIOR);
    }

    @Test
    void severalLevelsInSeveralSheetsAndFoundationsInTheTitle() throws IOException {
        List<Outcome> read = OutlineReader.read(
                book(book -> {
                    for (String level : List.of("中级工", "高级工")) {
                        Worksheet sheet = book.newWorksheet(level);
                        row(sheet, 0, "职业（工种）：焊工");
                        row(sheet, 1, "共用基础：安全 10%；钓鱼 5%");
                        row(sheet, 2, "鉴定范围", "比重", "鉴定点", "重要程度");
                        row(sheet, 3, level + "的范围", 90, "点", "X");
                    }
                }),
                "细目表2025版.xlsx",
                List.of(WELDER, SAFETY));
        assertThat(read).extracting(one -> one.head().level()).containsExactly(Level.INTERMEDIATE, Level.SENIOR);
        assertThat(read).allSatisfy(one -> {
            assertThat(one.head().trade()).isEqualTo(WELDER.id());
            assertThat(one.head().inclusions()).singleElement().satisfies(inclusion -> {
                assertThat(inclusion.foundation()).isEqualTo(SAFETY.id());
                assertThat(inclusion.weight()).isEqualByComparingTo("10");
            });
            assertThat(one.notes()).extracting(note -> note.code()).containsExactly("trade.outline.note.foundation");
        });
    }

    @Test
    void whatCannotBeUnderstoodStaysAsItIsWritten() throws IOException {
        Outcome read = only(book(book -> {
            Worksheet sheet = book.newWorksheet("一");
            row(sheet, 0, "代码", "名称", "比重", "重要程度");
            row(sheet, 1, "A", "基础", "三成", "");
            row(sheet, 2, "A-001", "甲", "", "很重要");
            row(sheet, 3, "A-001", "乙", "", "");
        }));
        assertThat(read.lines())
                .extracting(OutlineReaderTest::told)
                .containsExactly("1 A 基础 三成", "· A-001 甲 很重要", "· A-001 乙 ");
    }

    @Test
    void anOldWorkbookIsReadToo() throws IOException {
        Path file = folder.resolve("old.xls");
        try (OutputStream out = Files.newOutputStream(file);
                HSSFWorkbook book = new HSSFWorkbook()) {
            Sheet sheet = book.createSheet("焊工高级技师");
            String[][] rows = {{"代码", "名称", "比重", "重要程度"}, {"A", "基础", "100", ""}, {"A-001", "甲", "", "X"}};
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < rows[i].length; j++) {
                    (j == 0 ? sheet.createRow(i) : sheet.getRow(i))
                            .createCell(j)
                            .setCellValue(rows[i][j]);
                }
            }
            book.write(out);
        }
        Outcome read = only(file);
        assertThat(read.head().level()).isEqualTo(Level.SENIOR_TECHNICIAN);
        assertThat(read.lines()).extracting(OutlineReaderTest::told).containsExactly("1 A 基础 100", "· A-001 甲 X");
    }

    @Test
    void aWorkbookWithoutAnOutlineIsRefused() throws IOException {
        Path file = book(book -> row(book.newWorksheet("题库"), 0, "题干", "答案"));
        assertThatThrownBy(() -> OutlineReader.read(file, "题库.xlsx", List.of()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("trade.outline.none-in-file"));
    }

    @ParameterizedTest
    @CsvSource({
        "A-B-003, A-B, true, A-B-003",
        "3, A-B, true, A-B-003",
        "AB003, A-B, true, A-B-003",
        "B, A, false, A-B",
        "A, A, false, A-A",
        "Ａ．Ｂ, A, false, A-B",
        "1.2, 1, false, 1-2",
        "'', A, false, ''"
    })
    void codesNest(String own, String above, boolean point, String expected) {
        assertThat(Texts.nest(above, own, point)).isEqualTo(expected);
    }

    private Outcome only(Path file) {
        List<Outcome> read = OutlineReader.read(file, file.getFileName().toString(), List.of(WELDER, SAFETY));
        assertThat(read).hasSize(1);
        return read.getFirst();
    }

    private static OutlineLine line(Outcome read, String code) {
        return read.lines().stream()
                .filter(line -> line.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static String told(OutlineLine line) {
        return line.isPoint()
                ? "· " + line.code() + " " + line.name() + " " + line.importance()
                : line.depth() + " " + line.code() + " " + line.name() + " " + line.weight();
    }

    private static void row(Worksheet sheet, int row, Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] instanceof Number number) {
                sheet.value(row, i, number);
            } else if (!cells[i].toString().isEmpty()) {
                sheet.value(row, i, cells[i].toString());
            }
        }
    }

    private Path book(Consumer<Workbook> filling) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Test", "1.0")) {
            filling.accept(book);
        }
        return Files.write(Files.createTempFile(folder, "book", ".xlsx"), out.toByteArray());
    }
}

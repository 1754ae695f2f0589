package org.lianbing.bank.exchange.wide;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.apache.poi.ddf.EscherComplexProperty;
import org.apache.poi.ddf.EscherPropertyTypes;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFPicture;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.lianbing.bank.Blank;
import org.lianbing.bank.CasePart;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Pair;
import org.lianbing.bank.Rubric;
import org.lianbing.bank.exchange.ImportField;
import org.lianbing.bank.exchange.RowReading;
import org.lianbing.bank.exchange.format.Question;

import static org.assertj.core.api.Assertions.assertThat;

/** The three families of tables, in whatever kind of file. */
class FamiliesTest {

    @TempDir
    Path folder;

    @Test
    void flaggedFamilyMarksTheRightOptions() {
        ReadTables read = excel("多选", "编号|题干|选项一 内容|选项一 是否正确|选项二 内容|选项二 是否正确|选项三 内容|选项三 是否正确", "Q7|哪些是金属？|铁|是|木|否|铜|√");
        assertThat(read.rows()).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo("Q7");
            assertThat(row.cells().get(ImportField.OPTION_C)).isEqualTo("铜");
            assertThat(row.cells().get(ImportField.ANSWER)).isEqualTo("AC");
        });
    }

    @Test
    void flaggedFamilyMayHaveItsHeadingInTwoRows() {
        ReadTables read = excel("单选", "题干|选项A||选项B||解析", "|内容|是否正确|内容|是否正确|", "哪个是金属？|铁|1|木|0|铁会生锈。");
        assertThat(read.rows()).singleElement().satisfies(row -> {
            assertThat(row.cells().get(ImportField.OPTION_B)).isEqualTo("木");
            assertThat(row.cells().get(ImportField.ANSWER)).isEqualTo("A");
            assertThat(row.cells().get(ImportField.EXPLANATION)).isEqualTo("铁会生锈。");
        });
    }

    @Test
    void longFamilyHasARowForEachOption() {
        ReadTables read =
                excel("单选题", "题号|题干|选项内容|是否正确|难度", "1|甲？|一|否|易", "1|甲？|二|是|易", "2|乙？|三|对|难", "||四|错|", "||五|错|");
        assertThat(read.rows()).hasSize(2);
        assertThat(read.rows().get(0).cells().get(ImportField.ANSWER)).isEqualTo("B");
        assertThat(read.rows().get(1).line()).isEqualTo(4);
        assertThat(read.rows().get(1).cells().get(ImportField.OPTION_C)).isEqualTo("五");
        assertThat(content(read.rows().get(1)).interaction()).isInstanceOf(Interaction.SingleChoice.class);
    }

    @Test
    void blanksPairsAndRubricsAreSaidInARow() {
        ReadTables read = excel(
                "题库",
                "题型|题干|选项A|选项B|选项C|答案|评分要点",
                "填空|电压不超过（ ）V，（  ）色线是零线。||||36/三十六；黄绿双|",
                "连线|对应起来|KM=接触器|FU=熔断器|=时间继电器||",
                "简答|怎样验电？||||先试验，再验电。|先试验（2分）；逐相验电（1分）\n挂牌；设遮栏（3分）");
        assertThat(content(read.rows().get(0)))
                .satisfies(item -> assertThat(item.stem()).isEqualTo("电压不超过____V，____色线是零线。"))
                .satisfies(item -> assertThat(item.interaction())
                        .isEqualTo(new Interaction.FillIn(List.of(
                                new Blank.Words(List.of("36", "三十六"), false),
                                new Blank.Words(List.of("黄绿双"), false)))));
        assertThat(content(read.rows().get(1)).interaction())
                .isEqualTo(new Interaction.Matching(
                        List.of(new Pair("KM", "接触器"), new Pair("FU", "熔断器")), List.of("时间继电器")));
        assertThat(content(read.rows().get(2)).interaction())
                .isInstanceOfSatisfying(Interaction.ShortAnswer.class, answer -> {
                    assertThat(answer.rubric().points())
                            .extracting(Rubric.Point::text)
                            .containsExactly("先试验", "逐相验电", "挂牌；设遮栏");
                    assertThat(answer.rubric().points().getFirst().weight()).isEqualByComparingTo("2");
                });
    }

    @Test
    void caseIsARowAndThoseOfItsQuestions() {
        ReadTables read = excel(
                "案例",
                "题型|小题号|题干|选项A|选项B|选项C|答案|分值",
                "案例||电动机启动后很快跳闸。|||||",
                "单选|1|原因是？|过载|停电|照明|A|2",
                "判断|2|要先查热继电器。||||对|1",
                "案例||没有小题的案例。|||||",
                "判断||单独一题。||||错|");
        assertThat(read.questions()).hasSize(2);
        assertThat(read.questions().get(0)).isInstanceOfSatisfying(Question.Read.class, question -> {
            List<CasePart> parts = ((Interaction.Case) question.content().interaction()).parts();
            assertThat(parts).hasSize(2);
            assertThat(parts.getFirst().weight()).isEqualByComparingTo("2");
            assertThat(question.source()).contains("跳闸", "过载");
        });
        assertThat(read.questions().get(1)).isInstanceOf(Question.Unread.class);
        assertThat(read.rows()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE"})
    void plainTextIsReadInItsOwnCharacters(String charset) throws IOException {
        Path file = folder.resolve("题库.csv");
        String text = "题型;题干;选项A;选项B;答案\n单选;\"第一行\n第二行; 带\"\"引号\"\"\";甲;乙;B\n";
        Files.write(file, text(charset.equals("UTF-16LE") ? "\ufeff" + text : text, charset));
        ReadTables read = ReadTables.of(new CsvTables(), file);
        assertThat(read.rows()).singleElement().satisfies(row -> {
            assertThat(row.cells().get(ImportField.STEM)).isEqualTo("第一行\n第二行; 带\"引号\"");
            assertThat(row.line()).isEqualTo(2);
        });
    }

    /** In a table that goes back the column of problems has its heading beside the title of the first rows. */
    @ParameterizedTest
    @ValueSource(strings = {"要改的地方", "What is wrong"})
    void aTitleWithTheHeadingOfProblemsBesideItIsOneStill(String problems) throws IOException {
        Path file = folder.resolve("题库.csv");
        Files.writeString(file, "题干,选项A,选项B,选项C,答案\n一、多选题,,,,,%s\n哪些？,甲,乙,丙,A,\n".formatted(problems));
        assertThat(ReadTables.of(new CsvTables(), file).rows())
                .singleElement()
                .satisfies(row -> assertThat(TypeNames.find(row.cells().get(ImportField.TYPE)))
                        .contains(ItemType.MULTIPLE_CHOICE));
    }

    @Test
    void whatIsNoTableIsNotTakenForOne() throws IOException {
        Path file = folder.resolve("a.txt");
        Files.writeString(file, "::Q1:: 中国的首都是? {=北京 ~上海}\n");
        assertThat(new CsvTables().reads(new org.lianbing.bank.exchange.format.Upload("a.txt", file)))
                .isFalse();
    }

    @Test
    void oldWorkbooksAreReadToo() throws IOException {
        Path file = folder.resolve("old.xls");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            HSSFSheet sheet = workbook.createSheet("判断题");
            sheet.createRow(0).createCell(0).setCellValue("题干");
            sheet.getRow(0).createCell(1).setCellValue("答案");
            HSSFFont small = workbook.createFont();
            small.setTypeOffset(Font.SS_SUPER);
            HSSFRichTextString rich = new HSSFRichTextString("面积是 4 m2。");
            rich.applyFont(7, 8, small);
            sheet.createRow(1).createCell(0).setCellValue(rich);
            sheet.getRow(1).createCell(1).setCellValue("√");
            sheet.createRow(2).createCell(0).setCellValue("有图。");
            sheet.getRow(2).createCell(1).setCellValue("×");
            int picture = workbook.addPicture(new byte[300], HSSFWorkbook.PICTURE_TYPE_PNG);
            var anchor = workbook.getCreationHelper().createClientAnchor();
            anchor.setRow1(2);
            anchor.setCol1(0);
            anchor.setRow2(3);
            anchor.setCol2(1);
            sheet.createDrawingPatriarch().createPicture(anchor, picture);
            workbook.write(out);
        }
        ReadTables read = ReadTables.of(new OldExcelTables(), file);
        assertThat(read.rows()).hasSize(2);
        assertThat(read.rows().get(0).cells().get(ImportField.STEM)).isEqualTo("面积是 4 m²。");
        assertThat(content(read.rows().get(1)).stem()).contains("![](media:");
    }

    /** Another program keeps the names that we gave to pictures also where it saves the old format. */
    @Test
    void picturesOfOldWorkbooksComeIntoTheirPlaceByTheirNames() throws IOException {
        Path file = folder.resolve("named.xls");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            HSSFSheet sheet = workbook.createSheet("判断题");
            oldRow(sheet, 0, "题干", "答案", "解析");
            oldRow(sheet, 1, "看〔图2〕说对错。", "对", "见〔图1〕。");
            for (int i = 1; i <= 3; i++) {
                int picture = workbook.addPicture(new byte[i * 16], HSSFWorkbook.PICTURE_TYPE_PNG);
                var anchor = workbook.getCreationHelper().createClientAnchor();
                anchor.setRow1(1);
                anchor.setCol1(0);
                HSSFPicture shape = sheet.createDrawingPatriarch().createPicture(anchor, picture);
                say(shape, EscherPropertyTypes.GROUPSHAPE__SHAPENAME, "〔图" + i + "〕\0");
                say(shape, EscherPropertyTypes.GROUPSHAPE__DESCRIPTION, "主电路\0");
            }
            workbook.write(out);
        }
        ReadTables read = ReadTables.of(new OldExcelTables(), file);
        ItemContent content = content(read.rows().getFirst());
        assertThat(content.stem()).matches("看!\\[主电路]\\(media:0+20\\)说对错。");
        assertThat(content.explanation()).matches("见!\\[主电路]\\(media:0+10\\)。");
        assertThat(read.notes()).singleElement().satisfies(note -> {
            assertThat(note.code()).isEqualTo("exchange.note.orphan-pictures");
            assertThat(note.arguments()).contains("〔图3〕");
        });
    }

    private static void say(HSSFPicture picture, EscherPropertyTypes type, String words) {
        byte[] data = words.getBytes(StandardCharsets.UTF_16LE);
        EscherComplexProperty property = new EscherComplexProperty(type, false, data.length);
        property.setComplexData(data);
        picture.getOptRecord().setEscherProperty(property);
    }

    /** What a person sees in a cell is a question of its format, in the old workbook as in the new one. */
    @Test
    void numbersOfOldWorkbooksSayWhatThoseOfNewOnesSay() throws IOException {
        List<String> formats = List.of(
                "General", "000", "0%", "?/?", "# ?/?", "yyyy\\年m\\月d\\日", "hh:mm", "[$￥]#,##0.00", "General", "00000");
        List<Double> numbers =
                List.of(123_456_789_012.0, 7.0, 0.125, 0.5, 1.25, 45_293.0, 0.75, 1_234.5, 1e21, 123_456.0);
        Path old = folder.resolve("numbers.xls");
        Path now = folder.resolve("numbers.xlsx");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(old);
                OutputStream second = Files.newOutputStream(now);
                Workbook book = new Workbook(second, "Test", "1.0")) {
            HSSFSheet sheet = workbook.createSheet("判断题");
            Worksheet same = book.newWorksheet("判断题");
            oldRow(sheet, 0, "题干", "答案");
            same.value(0, 0, "题干");
            same.value(0, 1, "答案");
            for (int i = 0; i < formats.size(); i++) {
                HSSFCell cell = sheet.createRow(i + 1).createCell(0);
                cell.setCellValue(numbers.get(i));
                HSSFCellStyle style = workbook.createCellStyle();
                style.setDataFormat(workbook.createDataFormat().getFormat(formats.get(i)));
                cell.setCellStyle(style);
                sheet.getRow(i + 1).createCell(1).setCellValue("对");
                same.value(i + 1, 0, numbers.get(i));
                same.style(i + 1, 0).format(formats.get(i)).set();
                same.value(i + 1, 1, "对");
            }
            sheet.createRow(20).createCell(0).setCellErrorValue(FormulaError.REF.getCode());
            sheet.getRow(20).createCell(1).setCellValue("对");
            workbook.write(out);
        }
        List<SheetRow> read = ReadTables.of(new OldExcelTables(), old).rows();
        assertThat(read.subList(0, formats.size()))
                .extracting(row -> row.cells().get(ImportField.STEM))
                .containsExactly(
                        "123456789012",
                        "007",
                        "12.5%",
                        "1/2",
                        "1 1/4",
                        "2024-01-02",
                        "18:00:00",
                        "1234.5",
                        "1000000000000000000000",
                        "123456")
                .isEqualTo(ReadTables.of(new ExcelTables(), now).rows().stream()
                        .map(row -> row.cells().get(ImportField.STEM))
                        .toList());
        assertThat(read)
                .filteredOn(row -> !row.problems().isEmpty())
                .extracting(row -> row.problems().getFirst().code())
                .containsExactly("exchange.problem.date", "exchange.problem.date", "exchange.problem.formula-error");
    }

    /** Written out row by row, they would be more than a hundred million cells. */
    @Test
    void mergedCellsOfOldWorkbooksHoldForTheirRowsUpToANumber() throws IOException {
        Path file = folder.resolve("merged.xls");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            HSSFSheet sheet = workbook.createSheet("表");
            oldRow(sheet, 0, "题型", "题干", "答案");
            oldRow(sheet, 1, "判断题", "甲。", "对");
            oldRow(sheet, 2, "", "乙。", "错");
            oldRow(sheet, 60_000, "", "丙。", "错");
            sheet.addMergedRegionUnsafe(new CellRangeAddress(1, 2, 0, 0));
            for (int i = 0; i < 2_000; i++) {
                sheet.addMergedRegionUnsafe(new CellRangeAddress(1, 60_000, 5 + i % 250, 5 + i % 250));
            }
            for (int column = 5; column < 255; column++) {
                sheet.getRow(1).createCell(column).setCellValue("同上");
            }
            workbook.write(out);
        }
        ReadTables read = ReadTables.of(new OldExcelTables(), file);
        assertThat(read.rows())
                .extracting(row -> row.cells().get(ImportField.TYPE))
                .containsExactly("判断题", "判断题", "");
        assertThat(read.notes())
                .filteredOn(note -> note.code().equals("exchange.note.many-merged"))
                .singleElement()
                .satisfies(note -> assertThat(note.arguments()).containsExactly("表", "2000"));
    }

    private static void oldRow(HSSFSheet sheet, int line, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            HSSFRow row = i == 0 ? sheet.createRow(line) : sheet.getRow(line);
            if (!texts[i].isEmpty()) {
                row.createCell(i).setCellValue(texts[i]);
            }
        }
    }

    private static byte[] text(String text, String charset) {
        return text.getBytes(Charset.forName(charset.isEmpty() ? StandardCharsets.UTF_8.name() : charset));
    }

    private static ItemContent content(SheetRow row) {
        return RowParser.parse(row.cells(), row.markdown(), RowContext.NONE) instanceof RowReading.Parsed parsed
                ? parsed.content()
                : org.junit.jupiter.api.Assertions.fail(RowParser.parse(row.cells(), row.markdown(), RowContext.NONE)
                        .toString());
    }

    /** A sheet with these lines, cells between bars. */
    private ReadTables excel(String name, String... lines) {
        Path file = folder.resolve("book.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet(name);
            for (int line = 0; line < lines.length; line++) {
                String[] cells = lines[line].split("\\|", -1);
                for (int column = 0; column < cells.length; column++) {
                    if (!cells[column].isEmpty()) {
                        sheet.value(line, column, cells[column]);
                    }
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return ReadTables.of(new ExcelTables(), file);
    }
}

package org.lianbing.paper;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.bank.ItemType;
import org.lianbing.paper.print.AnswerSheet;
import org.lianbing.paper.print.KeyDocument;
import org.lianbing.paper.print.PaperDocument;
import org.lianbing.paper.print.PaperFacts;
import org.lianbing.paper.print.SheetDocument;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestPapers;

import static org.assertj.core.api.Assertions.assertThat;

/** Every type of item on paper, on the answer sheet and on the sheet of keys. */
@IntegrationTest
class PaperPrintTest {

    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    @Autowired
    TestPapers papers;

    @Autowired
    Forms forms;

    @Autowired
    PaperForms printed;

    @Autowired
    PaperDocument paperDocument;

    @Autowired
    SheetDocument sheetDocument;

    @Autowired
    KeyDocument keyDocument;

    private FormId id = FormId.next();
    private PaperForm form = new PaperForm(id, List.of(), BigDecimal.ZERO);

    @BeforeEach
    void everyType() {
        id = papers.everyType();
        form = printed.of(id);
    }

    private static PaperFacts facts(boolean onSheet) {
        return new PaperFacts(
                "维修电工技能竞赛 <决赛>", "电工 高级工", "B", 90, List.of(), onSheet, new Aids(true, "$P = UI$", false), "张三 打印");
    }

    @Test
    void everyTypeStandsOnPaperInItsOwnManner() {
        Document page = Jsoup.parse(paperDocument.write(form, facts(false), CHINESE));
        assertThat(page.select("section")).hasSize(ItemType.values().length);
        assertThat(page.select("h1").text()).isEqualTo("维修电工技能竞赛 <决赛>");
        assertThat(page.select(".kind").text()).isEqualTo("电工 高级工 理论知识试卷（B 卷）");
        assertThat(page.select("section > h2").eachText())
                .first()
                .asString()
                .isEqualTo("一、判断题（第 1 题，每题 1 分，共 1 分。正确的在括号内画“√”，错误的画“×”。）");
        assertThat(item(page, 1).select(".room")).hasSize(1);
        assertThat(item(page, 2).select(".option")).hasSize(3);
        assertThat(item(page, 4).select(".stem .blank")).hasSize(3);
        assertThat(item(page, 4).select(".picks").text()).contains("（3）").contains("A. ");
        assertThat(item(page, 5).select(".answer").text()).contains("V").contains("3 位有效数字");
        assertThat(item(page, 6).select(".option")).hasSize(3);
        assertThat(item(page, 6).select(".stem").text()).doesNotContain("{{");
        assertThat(item(page, 7).select(".side")).hasSize(2);
        assertThat(item(page, 7).select(".side").get(1).select(".option")).hasSize(4);
        assertThat(item(page, 8).select(".answer .blank")).hasSize(4);
        assertThat(item(page, 9).select(".spot img")).hasSize(1);
        assertThat(item(page, 9).select(".spot .right")).isEmpty();
        assertThat(item(page, 10).select(".lines .line")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(page.select(".case .item")).hasSize(2);
        assertThat(item(page, 14).select(".criteria tbody tr")).hasSize(2);
        assertThat(page.select(".scores td")).isNotEmpty();
        assertThat(page.select(".annex code.math").text()).isEqualTo("P = UI");
        // Nothing of a key, a reason or a sample.
        assertThat(page.text()).doesNotContain("电流过大时熔体先断", "三十六", "乘了电阻", "跳闸说明保护动作");
    }

    @Test
    void withASheetThereIsNoRoomOnThePaper() {
        Document page = Jsoup.parse(paperDocument.write(form, facts(true), CHINESE));
        assertThat(page.select(".lines, .working, .scores")).isEmpty();
        assertThat(page.select(".notes li").eachText()).anyMatch(note -> note.contains("答题卡上，写在试卷上无效"));
    }

    @Test
    void aSheetHasFieldsAndNoWordOfTheItems() {
        SheetDocument.Fields fields = sheetDocument.fields(form, facts(true), CHINESE);
        String html = sheetDocument.write(
                List.of(
                        new SheetDocument.Leaves(fields, new AnswerSheet("7Q2MK9XD-002-00012-F", 12, "王五", "机修车间")),
                        new SheetDocument.Leaves(fields, new AnswerSheet("7Q2MK9XD-002-S0001-F", null, "", ""))),
                "竞赛",
                "张三 打印",
                CHINESE);
        Document page = Jsoup.parse(html);
        int leaves = fields.pages().size();
        assertThat(page.select(".leaf")).hasSize(2 * leaves);
        assertThat(page.select(".leaf .code svg")).hasSize(2 * leaves);
        assertThat(page.expectFirst(".leaf").select(".code span").text()).isEqualTo("7Q2MK9XD-002-00012-F/1");
        assertThat(page.expectFirst(".who").text()).contains("王五", "机修车间", "0012");
        assertThat(page.select(".leaf .mark")).hasSize(8 * leaves);
        List<String> numbers = page.select(".leaf").stream()
                .limit(leaves)
                .flatMap(leaf -> leaf.select(".number").eachText().stream())
                .map(number -> number.replace(".", ""))
                .filter(number -> !number.isEmpty())
                .toList();
        assertThat(numbers)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 14).mapToObj(String::valueOf).toList());
        assertThat(page.text()).doesNotContain("熔断器", "接触器", "验电", "黄绿双");
    }

    @Test
    void keysAreInTheLettersOfThePaper() {
        Map<Integer, SlotFeedback> keys = printed.keys(id, List.of(id));
        String html = keyDocument.write(form, keys, facts(true), "张三 2026-11-26 10:00", CHINESE);
        Document page = Jsoup.parse(html);
        assertThat(page.select(".watermark span"))
                .isNotEmpty()
                .allMatch(mark -> mark.text().startsWith("张三"));
        assertThat(page.expectFirst(".given .key").text()).isEqualTo("√");
        Slot single = forms.get(id).slot(2);
        String right = ((SlotKey.One) single.key()).token();
        String letter = String.valueOf((char) ('A' + single.tokens().indexOf(right)));
        assertThat(page.select(".given .key").get(1).text()).isEqualTo(letter);
        assertThat(item(page, 4).text()).contains("50").contains("36　或　三十六");
        assertThat(item(page, 8).select(".key").text()).matches("[A-D](→[A-D]){3}.*");
        assertThat(item(page, 9).select(".spot .right")).hasSize(1);
        assertThat(item(page, 9).select(".key").text()).contains("热继电器 C3、D3");
        assertThat(item(page, 10).select(".points li")).isNotEmpty();
    }

    private static Element item(Document page, int number) {
        return page.select(".item").stream()
                .filter(one -> one.select("> .number").text().equals(number + "."))
                .findFirst()
                .orElseThrow();
    }
}

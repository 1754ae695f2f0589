package org.lianbing.bank.exchange.qti;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;

import org.lianbing.bank.Blank;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Option;
import org.lianbing.bank.Pair;
import org.lianbing.bank.Variable;
import org.lianbing.bank.exchange.format.Collected;
import org.lianbing.base.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** QTI 1.2 as learning platforms write it. */
class Qti1ReaderTest {

    private static final byte[] PICTURE = Base64.getDecoder().decode("iVBORw0KGgo=");

    @Test
    void aChoiceKeepsItsKeyAndItsReasons() {
        Collected quiz = quiz(item(
                "multiple_choice_question",
                html("<p>哪个<b>对</b>？</p>") + choice("r", "Single", "甲", "乙"),
                condition("<varequal respident=\"r\">1</varequal>", "<displayfeedback linkrefid=\"1_fb\"/>")
                        + condition("<other/>", "<displayfeedback linkrefid=\"general_fb\"/>")
                        + right("<varequal respident=\"r\">2</varequal>"),
                told("1_fb", "甲只管短路") + told("general_fb", "见第三章") + told("correct_fb", "Correct!")));
        assertThat(quiz.only().stem()).isEqualTo("哪个**对**？");
        assertThat(quiz.only().explanation()).isEqualTo("见第三章");
        assertThat(((Interaction.SingleChoice) quiz.only().interaction()).options())
                .containsExactly(new Option("甲", false, "甲只管短路"), new Option("乙", true, null));
        assertThat(quiz.questions().getFirst().labels().path()).containsExactly("电工题库");
    }

    /** A stray sign in one item costs that item, an upload that broke off the last one; all others come. */
    @Test
    void oneBrokenItemCostsOne() {
        String truth = item(
                "true_false_question",
                html("%s") + choice("r", "Single", "True", "False"),
                right("<varequal respident=\"r\">1</varequal>"),
                "");
        Collected quiz = Collected.of(
                new Qti1Reader(),
                "q.xml",
                "<?xml version=\"1.0\"?>\n<questestinterop><assessment title=\"电工题库\"><section>\n"
                        + truth.formatted("一")
                        + "\n" + truth.formatted("二").replace("</presentation>", "</b></presentation>") + "\n"
                        + truth.formatted("三 & 3") + "\n<item ident=\"x\"><presentation>");
        assertThat(quiz.contents()).extracting(ItemContent::stem).containsExactly("一", "三 & 3");
        assertThat(quiz.questions()).hasSize(4);
        assertThat(quiz.codes()).containsExactly("exchange.problem.question-xml", "exchange.problem.question-xml");
        assertThat(quiz.questions().get(2).labels().path()).containsExactly("电工题库");
    }

    @Test
    void aBrokenItemInALineWithNamedSignsIsNotLost() {
        String truth = item(
                        "true_false_question",
                        html("%s") + choice("r", "Single", "True", "False"),
                        right("<varequal respident=\"r\">1</varequal>"),
                        "")
                .replace("\n", "");
        Collected quiz = Collected.of(
                new Qti1Reader(),
                "q.xml",
                "<questestinterop><section>"
                        + truth.formatted("一 &le; 1")
                        + truth.formatted("二").replace("</presentation>", "</b></presentation>")
                        + truth.formatted("三"));
        assertThat(quiz.contents()).extracting(ItemContent::stem).containsExactly("一 ≤ 1", "三");
        assertThat(quiz.codes()).containsExactly("exchange.problem.question-xml");
    }

    @Test
    void severalYesAndNoWordsAndNumbersAreTold() {
        Collected quiz = quiz(item(
                        "multiple_answers_question",
                        html("几个") + choice("r", "Multiple", "甲", "乙", "丙"),
                        right(
                                "<and><varequal respident=\"r\">1</varequal><not><varequal respident=\"r\">2</varequal></not><varequal respident=\"r\">3</varequal></and>"),
                        "")
                + item(
                        "true_false_question",
                        html("对吗") + choice("r", "Single", "True", "False"),
                        right("<varequal respident=\"r\">2</varequal>"),
                        "")
                + item(
                        "short_answer_question",
                        html("单位是") + typed("r", ""),
                        right("<varequal respident=\"r\">伏</varequal><varequal respident=\"r\">V</varequal>"),
                        "")
                + item(
                        "numerical_question",
                        html("多少") + typed("r", "Decimal"),
                        right(
                                "<or><varequal respident=\"r\">50</varequal><and><vargte respident=\"r\">49.5</vargte><varlte respident=\"r\">50.5</varlte></and></or>"),
                        "")
                + item("essay_question", html("说明") + typed("r", ""), condition("<other/>", ""), ""));
        assertThat(quiz.contents().stream().map(ItemContent::interaction))
                .element(0)
                .isEqualTo(new Interaction.MultipleChoice(List.of(
                        new Option("甲", true, null), new Option("乙", false, null), new Option("丙", true, null))));
        assertThat(quiz.contents().get(1).interaction()).isEqualTo(new Interaction.TrueFalse(false));
        assertThat(quiz.contents().get(2).interaction())
                .isEqualTo(new Interaction.FillIn(List.of(new Blank.Words(List.of("伏", "V"), false))));
        assertThat(quiz.contents().get(3).interaction())
                .isEqualTo(new Interaction.Numeric(new BigDecimal("50"), new BigDecimal("0.5"), ""));
        assertThat(quiz.contents().get(4).interaction()).isInstanceOf(Interaction.Essay.class);
        assertThat(quiz.codes()).isEmpty();
    }

    @Test
    void placesWithANameStandInTheText() {
        Collected quiz = quiz(item(
                        "multiple_dropdowns_question",
                        html("先 [a] 后 [b]")
                                + choice("response_b", "Single", "合闸", "送电")
                                + choice("response_a", "Single", "停电", "验电"),
                        right("<varequal respident=\"response_a\">1</varequal>")
                                + right("<varequal respident=\"response_b\">2</varequal>"),
                        "")
                + item(
                        "fill_in_multiple_blanks_question",
                        html("写 [x]") + choice("response_x", "Single", "安", "A"),
                        right("<varequal respident=\"response_x\">1</varequal>")
                                + right("<varequal respident=\"response_x\">2</varequal>"),
                        ""));
        assertThat(quiz.contents().get(0).stem()).isEqualTo("先 ____ 后 ____");
        assertThat(((Interaction.FillIn) quiz.contents().get(0).interaction()).blanks())
                .containsExactly(new Blank.Pick(List.of("停电", "验电"), 0), new Blank.Pick(List.of("合闸", "送电"), 1));
        assertThat(((Interaction.FillIn) quiz.contents().get(1).interaction()).blanks())
                .containsExactly(new Blank.Words(List.of("安", "A"), false));
    }

    @Test
    void pairsOrdersAndFormulas() {
        Collected quiz = quiz(
                item(
                                "matching_question",
                                html("连")
                                        + choice("a", "Single", "接触器", "按钮")
                                                .replace("<render_choice>", plain("KM") + "<render_choice>")
                                        + choice("b", "Single", "接触器", "按钮")
                                                .replace("<render_choice>", plain("FU") + "<render_choice>"),
                                right("<varequal respident=\"a\">1</varequal>"),
                                "")
                        + item(
                                "",
                                html("排") + choice("r", "Ordered", "乙", "甲", "丙"),
                                right(
                                        "<varequal respident=\"r\">2</varequal><varequal respident=\"r\">1</varequal><varequal respident=\"r\">3</varequal>"),
                                "")
                        + item(
                                "calculated_question",
                                html("[U] 伏，[I] 安") + typed("r", "Decimal"),
                                "",
                                "<itemproc_extension><calculated><answer_tolerance>0.1</answer_tolerance><formulas decimal_places=\"1\"><formula>U*I</formula></formulas>"
                                        + "<vars><var name=\"U\" scale=\"0\"><min>1</min><max>9</max></var><var name=\"I\" scale=\"1\"><min>1</min><max>2</max></var></vars></calculated></itemproc_extension>"));
        assertThat(quiz.contents().get(0).interaction())
                .isEqualTo(new Interaction.Matching(List.of(new Pair("KM", "接触器")), List.of("按钮")));
        assertThat(quiz.contents().get(1).interaction()).isEqualTo(new Interaction.Ordering(List.of("甲", "乙", "丙")));
        Interaction.Calculated formula =
                (Interaction.Calculated) quiz.contents().get(2).interaction();
        assertThat(quiz.contents().get(2).stem()).isEqualTo("{{U}} 伏，{{I}} 安");
        assertThat(formula.variables())
                .contains(new Variable("I", BigDecimal.ONE, new BigDecimal("2"), new BigDecimal("0.1")));
        assertThat(formula.formula()).isEqualTo("U*I");
        assertThat(quiz.codes()).containsExactly("exchange.remark.unused-left-out");
    }

    @Test
    void blackboardsOwnSignsAreKnown() {
        String block =
                "<flow class=\"FORMATTED_TEXT_BLOCK\"><material><mat_extension><mat_formattedtext type=\"HTML\">%s</mat_formattedtext></mat_extension></material></flow>";
        Collected quiz = quiz("""
                <item><itemmetadata><bbmd_questiontype>Matching</bbmd_questiontype></itemmetadata><presentation><flow class="Block">
                <flow class="QUESTION_BLOCK">%s</flow><flow class="RESPONSE_BLOCK">
                <flow class="Block">%s<response_lid ident="p"><render_choice><response_label ident="p1"/><response_label ident="p2"/></render_choice></response_lid></flow>
                <flow class="Block">%s<response_lid ident="q"><render_choice><response_label ident="q1"/><response_label ident="q2"/></render_choice></response_lid></flow></flow>
                <flow class="RIGHT_MATCH_BLOCK"><flow class="Block">%s</flow><flow class="Block">%s</flow></flow></flow></presentation>
                <resprocessing><respcondition><conditionvar><varequal respident="p" case="No">p2</varequal></conditionvar><displayfeedback linkrefid="correct"/></respcondition>
                <respcondition><conditionvar><varequal respident="q" case="No">q1</varequal></conditionvar><displayfeedback linkrefid="correct"/></respcondition></resprocessing></item>
                <item><itemmetadata><bbmd_questiontype>True/False</bbmd_questiontype></itemmetadata><presentation>%s<response_lid ident="response"><render_choice>
                <response_label ident="true"><material><mattext>true_false.true</mattext></material></response_label><response_label ident="false"><material><mattext>true_false.false</mattext></material></response_label></render_choice></response_lid></presentation>
                <resprocessing><respcondition title="correct"><conditionvar><varequal respident="response">true</varequal></conditionvar><setvar variablename="SCORE" action="Set">SCORE.max</setvar></respcondition>
                <respcondition title="incorrect"><conditionvar><varequal respident="response">false</varequal></conditionvar><setvar>100</setvar></respcondition></resprocessing></item>""".formatted(
                        block.formatted("连一连"),
                        block.formatted("猫"),
                        block.formatted("狗"),
                        block.formatted("汪"),
                        block.formatted("喵"),
                        block.formatted("对的")));
        assertThat(quiz.contents().get(0).stem()).isEqualTo("连一连");
        assertThat(quiz.contents().get(0).interaction())
                .isEqualTo(new Interaction.Matching(List.of(new Pair("猫", "喵"), new Pair("狗", "汪")), List.of()));
        assertThat(quiz.contents().get(1).interaction()).isEqualTo(new Interaction.TrueFalse(true));
    }

    @Test
    void whatCannotBeAskedHereIsNamed() {
        Collected quiz = quiz(item("file_upload_question", html("交文件"), "", "")
                + item("text_only_question", html("说明"), "", "")
                + item("", html("点一点") + "<response_xy ident=\"r\"><render_hotspot/></response_xy>", "", "")
                + item(
                        "numerical_question",
                        html("多少") + typed("r", "Decimal"),
                        right("<varequal respident=\"r\">很多</varequal>"),
                        ""));
        assertThat(quiz.contents()).extracting(ItemContent::stem).containsExactly("交文件");
        assertThat(quiz.contents().getFirst().interaction())
                .isInstanceOfSatisfying(
                        Interaction.Essay.class,
                        essay -> assertThat(essay.uploads()).isEqualTo(1));
        assertThat(quiz.codes())
                .containsExactly(
                        "exchange.problem.description",
                        "exchange.problem.foreign-type",
                        "exchange.problem.answers-unreadable");
    }

    @Test
    void aPackageOfAPlatformIsFoundByWhatIsInIt() throws IOException {
        String quiz = file(item(
                "true_false_question",
                html("<p>看<img src=\"$IMS-CC-FILEBASE$/a%20b.png\"></p>") + choice("r", "Single", "True", "False"),
                right("<varequal respident=\"r\">1</varequal>"),
                ""));
        Collected canvas = zip(Map.of(
                "imsmanifest.xml",
                "<manifest><resources><resource identifier=\"q\" type=\"imsqti_xmlv1p2/imscc_xmlv1p1/assessment\"><file href=\"q/assessment_qti.xml\"/></resource></resources></manifest>",
                "q/assessment_qti.xml",
                quiz,
                "non_cc_assessments/q.xml.qti",
                quiz,
                "q/assessment_meta.xml",
                "<quiz/>"));
        assertThat(canvas.only().interaction()).isEqualTo(new Interaction.TrueFalse(true));
        assertThat(canvas.pictures()).hasSize(1);
        assertThat(canvas.questions().getFirst().place()).startsWith("non_cc_assessments/q.xml.qti · #1");
    }

    @Test
    void hostileFilesAreRefused() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(
                        () -> Collected.of(
                                new Qti1Reader(),
                                "q.xml",
                                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><questestinterop><item><presentation><material><mattext>&e;</mattext></material></presentation></item></questestinterop>"));
    }

    private static Collected quiz(String items) {
        return Collected.of(new Qti1Reader(), "q.xml", file(items));
    }

    private static String file(String items) {
        return "<?xml version=\"1.0\"?><questestinterop xmlns=\"http://www.imsglobal.org/xsd/ims_qtiasiv1p2\"><assessment title=\"电工题库\"><section ident=\"root\">"
                + items + "</section></assessment></questestinterop>";
    }

    private static String item(String type, String presentation, String conditions, String behind) {
        return "<item ident=\"i\" title=\"Q\"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel><fieldentry>"
                + type + "</fieldentry></qtimetadatafield></qtimetadata></itemmetadata><presentation>" + presentation
                + "</presentation><resprocessing>" + conditions + "</resprocessing>" + behind + "</item>";
    }

    private static String html(String text) {
        return "<material><mattext texttype=\"text/html\">" + QtiXml.escaped(text) + "</mattext></material>";
    }

    private static String plain(String text) {
        return "<material><mattext texttype=\"text/plain\">" + text + "</mattext></material>";
    }

    private static String choice(String ident, String cardinality, String... options) {
        StringBuilder labels = new StringBuilder();
        for (int i = 0; i < options.length; i++) {
            labels.append("<response_label ident=\"")
                    .append(i + 1)
                    .append("\">")
                    .append(plain(options[i]))
                    .append("</response_label>");
        }
        return "<response_lid ident=\"" + ident + "\" rcardinality=\"" + cardinality + "\"><render_choice>" + labels
                + "</render_choice></response_lid>";
    }

    private static String typed(String ident, String kind) {
        return "<response_str ident=\"" + ident + "\"><render_fib fibtype=\"" + kind
                + "\"><response_label ident=\"a\"/></render_fib></response_str>";
    }

    private static String condition(String holds, String then) {
        return "<respcondition continue=\"Yes\"><conditionvar>" + holds + "</conditionvar>" + then + "</respcondition>";
    }

    private static String right(String holds) {
        return condition(holds, "<setvar varname=\"SCORE\" action=\"Add\">50</setvar>");
    }

    private static String told(String ident, String text) {
        return "<itemfeedback ident=\"" + ident + "\"><flow_mat>" + html("<p>" + text + "</p>")
                + "</flow_mat></itemfeedback>";
    }

    private static Collected zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry("web_resources/a b.png"));
            zip.write(PICTURE);
        }
        return Collected.of(new QtiPackageReader(), "p.zip", bytes.toByteArray());
    }
}

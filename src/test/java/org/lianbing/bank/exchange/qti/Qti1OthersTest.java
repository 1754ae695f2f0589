package org.lianbing.bank.exchange.qti;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.lianbing.bank.Blank;
import org.lianbing.bank.CasePart;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.Option;
import org.lianbing.bank.Pair;
import org.lianbing.bank.exchange.format.Collected;

import static org.assertj.core.api.Assertions.assertThat;

/** What ILIAS and the new quizzes of Canvas do with QTI 1.2. */
class Qti1OthersTest {

    @Test
    void wordsOfCategoriesGoWithThem() {
        String words = labels("a1", "断路器", "b1", "电流表", "a2", "熔断器", "d", "扳手");
        Collected file = item(
                "categorization_question",
                material("分一分")
                        + lid("A", "Multiple", material("保护") + choices(words))
                        + lid("B", "Multiple", material("测量") + choices(words)),
                gives("A", 50, "a1", "a2") + gives("B", 50, "b1"));
        assertThat(file.only().interaction())
                .isEqualTo(new Interaction.Matching(
                        List.of(new Pair("断路器", "保护"), new Pair("熔断器", "保护"), new Pair("电流表", "测量")), List.of()));
        assertThat(file.codes()).containsExactly("exchange.remark.unused-left-out", "exchange.remark.scoring-left-out");
    }

    @Test
    void freeWordsInTheDressOfAChoiceAreAllAccepted() {
        Collected file = item(
                "fill_in_multiple_blanks_question",
                material("用 [x1] 测，像 [x2]")
                        + lid(
                                "response_x1",
                                "Single",
                                choices(label(
                                                "x1-0",
                                                "兆欧表",
                                                "answer_type=\"openEntry\" scoring_algorithm=\"TextInChoices\"")
                                        + label(
                                                "x1-1",
                                                "摇表",
                                                "answer_type=\"openEntry\" scoring_algorithm=\"TextInChoices\"")))
                        + lid(
                                "response_x2",
                                "Single",
                                choices(label(
                                        "x2-0", "^表$", "answer_type=\"openEntry\" scoring_algorithm=\"TextRegex\""))),
                gives("response_x1", 50, "x1-0") + gives("response_x2", 50, "x2-0"));
        assertThat(((Interaction.FillIn) file.only().interaction()).blanks())
                .containsExactly(new Blank.Words(List.of("兆欧表", "摇表"), false), new Blank.Words(List.of("^表$"), false));
        assertThat(file.codes()).containsExactly("exchange.remark.expression");
    }

    /** A passage is no question, but its questions cannot be answered without it. */
    @Test
    void aPassageGoesWithItsQuestionsAndSections() {
        String passage = "<item ident=\"p\" title=\"文\">" + metadata("text_only_question", "") + "<presentation>"
                + material("读铭牌：380 V。") + "</presentation></item>";
        String asks = "<presentation>" + material("几伏？")
                + "<response_str ident=\"r\"><render_fib/></response_str></presentation><resprocessing>"
                + gives("r", 100, "380") + "</resprocessing></item>";
        Collected file = read(passage + "<item ident=\"q\">"
                + metadata(
                        "short_answer_question",
                        "<qtimetadatafield><fieldlabel>parent_stimulus_item_ident</fieldlabel><fieldentry>p</fieldentry></qtimetadatafield>")
                + asks
                + "<section ident=\"s\" parent_stimulus_item_ident=\"p\"><item ident=\"q2\">"
                + metadata("short_answer_question", "") + asks + "</section>"
                + "<item ident=\"q3\">" + metadata("short_answer_question", "") + asks);
        assertThat(file.contents())
                .extracting(content -> content.stem().startsWith("读铭牌：380 V。\n\n几伏？"))
                .containsExactly(true, true, false);
        assertThat(file.codes()).containsExactly("exchange.problem.description");
    }

    @Test
    void groupsOfLabelsThatMayGoTogetherArePairs() {
        Collected file = item(
                "MATCHING QUESTION",
                material("连") + "<response_grp ident=\"MQ\" rcardinality=\"Multiple\">"
                        + choices(label("1", "红", "match_group=\"7,8,9\"")
                                + label("2", "绿", "match_group=\"7,8,9\"")
                                + labels("7", "停", "8", "行", "9", "等"))
                        + "</response_grp>",
                "<respcondition><conditionvar><varsubset respident=\"MQ\">7,1</varsubset></conditionvar><setvar action=\"Add\">1</setvar></respcondition><respcondition><conditionvar><varsubset respident=\"MQ\">8,2</varsubset></conditionvar><setvar action=\"Add\">1</setvar></respcondition>");
        assertThat(file.only().interaction())
                .isEqualTo(new Interaction.Matching(List.of(new Pair("红", "停"), new Pair("绿", "行")), List.of("等")));
    }

    /** The key numbers places, and what ILIAS writes for itself beside a step is no part of it. */
    @Test
    void stepsThatAreOnlyNumberedStandInTheirOrder() {
        String depth = "<material><mattext label=\"answerdepth\">0</mattext></material>";
        Collected file = item(
                "ORDERING QUESTION",
                material("排")
                        + lid(
                                "OQT",
                                "Ordered",
                                "<material label=\"suggested_solution\"><mattext>il_0_pg_1</mattext></material>"
                                        + choices(label("9_0_0", "停电", "")
                                                        .replace("</response_label>", depth + "</response_label>")
                                                + label("3_1_1", "验电", "")
                                                        .replace("</response_label>", depth + "</response_label>"))),
                "<respcondition><conditionvar><varequal respident=\"OQT\" index=\"0\">0</varequal></conditionvar><setvar action=\"Add\">1</setvar></respcondition><respcondition><conditionvar><varequal respident=\"OQT\" index=\"1\">1</varequal></conditionvar><setvar action=\"Add\">1</setvar></respcondition>");
        assertThat(file.only().stem()).isEqualTo("排");
        assertThat(file.only().interaction()).isEqualTo(new Interaction.Ordering(List.of("停电", "验电")));
        assertThat(file.codes()).containsExactly("exchange.remark.order-as-listed");
    }

    @Test
    void statementsThatAreJudgedOneByOneAreACase() {
        Collected file = item(
                "KPRIM CHOICE QUESTION",
                material("判") + lid("MCMR", "Multiple", choices(labels("0", "先验电", "1", "可带电"))),
                "<respcondition><conditionvar><varequal respident=\"0\">1</varequal></conditionvar></respcondition><respcondition><conditionvar><varequal respident=\"1\">0</varequal></conditionvar></respcondition>"
                        + "<respcondition><conditionvar><and><varequal respident=\"0\">1</varequal><varequal respident=\"1\">0</varequal></and></conditionvar><setvar action=\"Add\">2</setvar></respcondition>");
        assertThat(((Interaction.Case) file.only().interaction()).parts())
                .containsExactly(
                        new CasePart("先验电", new Interaction.TrueFalse(true), BigDecimal.ONE, "", null),
                        new CasePart("可带电", new Interaction.TrueFalse(false), BigDecimal.ONE, "", null));
        assertThat(file.codes()).containsExactly("exchange.remark.each-row-counts");
    }

    /** OLAT says it with a word behind the option, and takes off what is judged wrongly. */
    @Test
    void statementsOfOlatAreACaseToo() {
        String conditions = "";
        for (String said : List.of("s1:correct", "s2:wrong")) {
            conditions += "<respcondition title=\"Mastery\"><conditionvar><varequal respident=\"K\">" + said
                    + "</varequal></conditionvar><setvar varname=\"SCORE\" action=\"Add\">0.5</setvar></respcondition>"
                    + "<respcondition title=\"Fail\"><conditionvar><not><varequal respident=\"K\">" + said
                    + "</varequal></not></conditionvar><setvar varname=\"SCORE\" action=\"Add\">-0.5</setvar></respcondition>";
        }
        Collected file =
                item("", material("判") + lid("K", "Multiple", choices(labels("s1", "先验电", "s2", "可带电"))), conditions);
        assertThat(((Interaction.Case) file.only().interaction()).parts())
                .extracting(CasePart::interaction)
                .containsExactly(new Interaction.TrueFalse(true), new Interaction.TrueFalse(false));
    }

    /** A key that names nothing that is offered is no key. */
    @Test
    void aKeyBesideTheOptionsIsAGuess() {
        Collected file = item(
                "multiple_choice_question",
                material("选") + lid("r", "Single", choices(labels("1", "甲", "2", "乙", "3", "丙"))),
                gives("r", 100, "other"));
        assertThat(file.codes()).containsExactly("exchange.remark.no-key");
    }

    /** Several words in one condition are several words; what counts less is told, and so is who wrote it. */
    @Test
    void wordsThatAreListedTogetherAreSeveral() {
        Collected file = item(
                "TEXTSUBSET QUESTION",
                material("举一例") + "<response_str ident=\"T\"><render_fib/></response_str>",
                "<respcondition><conditionvar><varsubset respident=\"T\">铜,铝</varsubset></conditionvar><setvar action=\"Add\">2</setvar></respcondition><respcondition><conditionvar><varequal respident=\"T\">铁</varequal></conditionvar><setvar action=\"Add\">1</setvar></respcondition>");
        assertThat(((Interaction.FillIn) file.only().interaction()).blanks())
                .containsExactly(new Blank.Words(List.of("铜", "铝"), false));
        assertThat(file.codes()).containsExactly("exchange.remark.partial-answer");
        assertThat(file.questions().getFirst().labels().credit()).isEqualTo("王师傅");
    }

    /** A feedback on the whole answer that names one option and what must not be picked is none of that option. */
    @Test
    void feedbackOnTheWholeIsNotThatOfAnOption() {
        Collected file = item(
                "MULTIPLE CHOICE QUESTION",
                material("选") + lid("M", "Multiple", choices(labels("0", "甲", "1", "乙", "2", "丙"))),
                "<respcondition><conditionvar><varequal respident=\"M\">0</varequal></conditionvar><setvar action=\"Add\">1</setvar><displayfeedback feedbacktype=\"Response\" linkrefid=\"response_0\"/></respcondition>"
                        + "<respcondition><conditionvar><not><varequal respident=\"M\">1</varequal></not></conditionvar><setvar action=\"Add\">1</setvar></respcondition>"
                        + gives("M", 1, "2")
                        + "<respcondition><conditionvar><varequal respident=\"M\">0</varequal><not><varequal respident=\"M\">1</varequal></not></conditionvar><displayfeedback feedbacktype=\"Response\" linkrefid=\"response_allcorrect\"/></respcondition>",
                "<itemfeedback ident=\"response_0\"><flow_mat>" + material("甲绝缘。")
                        + "</flow_mat></itemfeedback><itemfeedback ident=\"response_allcorrect\"><flow_mat>"
                        + material("两样都要。") + "</flow_mat></itemfeedback>");
        assertThat(((Interaction.MultipleChoice) file.only().interaction()).options())
                .containsExactly(
                        new Option("甲", true, "甲绝缘。"), new Option("乙", false, null), new Option("丙", true, null));
        assertThat(file.only().explanation()).isEqualTo("两样都要。");
        assertThat(file.codes()).containsExactly("exchange.remark.scoring-left-out");
    }

    private static String material(String said) {
        return "<material><mattext texttype=\"text/plain\">" + said + "</mattext></material>";
    }

    private static String label(String id, String said, String attributes) {
        return "<response_label ident=\"" + id + "\" " + attributes + ">" + material(said) + "</response_label>";
    }

    private static String labels(String... idsAndTexts) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < idsAndTexts.length; i += 2) {
            all.append(label(idsAndTexts[i], idsAndTexts[i + 1], ""));
        }
        return all.toString();
    }

    private static String choices(String labels) {
        return "<render_choice>" + labels + "</render_choice>";
    }

    private static String lid(String name, String cardinality, String inner) {
        return "<response_lid ident=\"" + name + "\" rcardinality=\"" + cardinality + "\">" + inner + "</response_lid>";
    }

    private static String gives(String name, int points, String... values) {
        StringBuilder all = new StringBuilder();
        for (String value : values) {
            all.append("<varequal respident=\"" + name + "\">" + value + "</varequal>");
        }
        return "<respcondition><conditionvar>" + all + "</conditionvar><setvar varname=\"SCORE\" action=\"Add\">"
                + points + "</setvar></respcondition>";
    }

    private static String metadata(String type, String more) {
        return "<itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>QUESTIONTYPE</fieldlabel><fieldentry>" + type
                + "</fieldentry></qtimetadatafield><qtimetadatafield><fieldlabel>AUTHOR</fieldlabel><fieldentry>王师傅</fieldentry></qtimetadatafield>"
                + more + "</qtimetadata></itemmetadata>";
    }

    private static Collected item(String type, String presentation, String conditions) {
        return item(type, presentation, conditions, "");
    }

    private static Collected item(String type, String presentation, String conditions, String feedback) {
        return read("<item ident=\"q\" title=\"T\">" + metadata(type, "") + "<presentation><flow>" + presentation
                + "</flow></presentation><resprocessing>" + conditions + "</resprocessing>" + feedback + "</item>");
    }

    private static Collected read(String items) {
        return Collected.of(
                new Qti1Reader(),
                "q.xml",
                "<questestinterop><section ident=\"root\">" + items + "</section></questestinterop>");
    }
}

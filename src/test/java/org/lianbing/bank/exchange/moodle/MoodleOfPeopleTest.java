package org.lianbing.bank.exchange.moodle;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.lianbing.bank.Blank;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Option;
import org.lianbing.bank.Pair;
import org.lianbing.bank.PartialCredit;
import org.lianbing.bank.exchange.format.Collected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Moodle XML as sites export it in many languages, and as programs and people write it a little beside the format. */
class MoodleOfPeopleTest {

    /** A picture of 40 by 30 pixels. */
    private static final String PICTURE =
            "iVBORw0KGgoAAAANSUhEUgAAACgAAAAeCAIAAADRv8uKAAAAJ0lEQVR4nO3NMQEAAAwCIPuX1hjbAQVIj0QsFovFYrFYLBaLxX/jAZy5AsPN3+GpAAAAAElFTkSuQmCC";

    @Test
    void trueAndFalseAreKnownByTheirWordsOrElseByTheirOrder() {
        Collected quiz = quiz(truth("100", "Vrai", "0", "Faux")
                + truth("0", "假的", "100", "真的")
                + truth("0", "错", "100", "对")
                + truth("100", "&lt;p&gt;true&lt;/p&gt;", "0", "&lt;p&gt;false&lt;/p&gt;")
                + truth("0", "true", "0", "false")
                + truth("100", "true", "100", "false"));
        assertThat(quiz.contents())
                .extracting(ItemContent::interaction)
                .containsExactly(
                        new Interaction.TrueFalse(true),
                        new Interaction.TrueFalse(false),
                        new Interaction.TrueFalse(true),
                        new Interaction.TrueFalse(true));
        assertThat(quiz.codes())
                .containsExactly("exchange.problem.answers-unreadable", "exchange.problem.answers-unreadable");
    }

    /** Moodle adds up the weights of what is picked; what is none of our rules is said. */
    @Test
    void whatAWrongPickTakesOffIsTheRuleOfPartialCredit() {
        Collected quiz = quiz(several("50", "50", "-50")
                + several("50", "50", "-100")
                + several("50", "50", "0")
                + several("50", "50", "-25")
                + several("100", "100", "0"));
        assertThat(quiz.contents())
                .extracting(ItemContent::credit)
                .containsExactly(PartialCredit.NET_RIGHT, null, null, null, null);
        assertThat(quiz.codes())
                .containsExactly(
                        "exchange.remark.scoring-left-out",
                        "exchange.remark.scoring-left-out",
                        "exchange.remark.any-of-several");
        assertThat(quiz("""
                <question type="multichoice"><questiontext><text>哪个？</text></questiontext><single>true</single>
                <answer fraction="100"><text>甲</text></answer><answer fraction="-33.3"><text>乙</text></answer></question>
                <question type="ordering"><questiontext><text>次序？</text></questiontext><gradingtype>ABSOLUTE_POSITION</gradingtype>
                <answer fraction="1"><text>甲</text></answer><answer fraction="2"><text>乙</text></answer></question>
                <question type="essayautograde"><questiontext><text>写。</text></questiontext><enableautograde>1</enableautograde></question>
                <question type="oumultiresponse"><questiontext><text>哪些？</text></questiontext>
                <answer fraction="100"><text>甲</text></answer><answer fraction="100"><text>乙</text></answer><answer fraction="0"><text>丙</text></answer></question>""").codes())
                .containsOnly("exchange.remark.scoring-left-out")
                .hasSize(4);
    }

    /** A sentence of Moodle's own is no explanation; a short one of the author is. */
    @Test
    void shortFeedbackIsKeptAndTheSentencesOfMoodleAreNot() {
        Collected quiz = quiz("""
                <question type="multichoice"><questiontext><text>先做什么？</text></questiontext>
                <correctfeedback format="html"><text>先验电，再接地。</text></correctfeedback>
                <partiallycorrectfeedback format="html"><text>Votre réponse est partiellement correcte.</text></partiallycorrectfeedback>
                <incorrectfeedback format="html"><text><![CDATA[<p>您的答案不正确。</p>]]></text></incorrectfeedback>
                <answer fraction="100"><text>验电</text></answer><answer fraction="0"><text>接地</text></answer></question>
                <question type="cloze"><questiontext><text>填 {1:SA:=验电#对~接地#先验电~挂牌#错误！}</text></questiontext></question>""");
        assertThat(quiz.contents()).extracting(ItemContent::explanation).containsExactly("先验电，再接地。", "先验电");
    }

    @Test
    void picturesAndFormulasInPlacesOfATextAreShown() {
        Collected quiz = quiz("""
                <question type="cloze"><questiontext format="html"><text><![CDATA[<p>选 {1:MULTICHOICE:=<img src="@@PLUGINFILE@@/a%%20b.png" alt="接地">~\\(\\frac{U\\}{R\\}\\)~U<R} 和 {1:MC:=一~二}</p>]]></text>
                <file name="a b.png" path="/" encoding="base64">%s</file></questiontext></question>
                <question type="cloze"><questiontext format="html"><text><![CDATA[<p>{1:MC:=$$\\frac{U}{R}$$~二}</p>]]></text></questiontext></question>
                <question type="cloze"><questiontext format="html"><text><![CDATA[<p>{1:multichoice:=一~二} {1:SA:=a*~=b}</p>]]></text></questiontext></question>
                <question type="cloze"><questiontext format="html"><text><![CDATA[<p>{1:SA:=a*~=b}</p>]]></text></questiontext></question>""".formatted(PICTURE));
        List<Blank> blanks = ((Interaction.FillIn) quiz.contents().getFirst().interaction()).blanks();
        assertThat(((Blank.Pick) blanks.getFirst()).choices())
                .satisfiesExactly(
                        picture -> assertThat(picture).startsWith("![接地](media:"),
                        formula -> assertThat(formula).isEqualTo("$\\frac{U}{R}$"),
                        words -> assertThat(words).isEqualTo("U\\<R"));
        assertThat(quiz.codes())
                .containsExactly(
                        "exchange.problem.answers-unreadable",
                        "exchange.problem.answers-unreadable",
                        "exchange.remark.wildcard");
    }

    @Test
    void wordsThatArePickedKeepTheirFormulasAndDress() {
        Collected quiz = quiz("""
                <question type="ddwtos"><questiontext format="html"><text>[[1]] 与 [[2]]</text></questiontext>
                <dragbox><text>$$I_2$$</text><group>1</group></dragbox><dragbox><text><![CDATA[H<sub>2</sub>O]]></text><group>1</group></dragbox><dragbox><text>U_1 &lt; 6</text><group>1</group></dragbox></question>
                <question type="matching"><questiontext><text>连</text></questiontext>
                <subquestion><text>一</text><answer><text>\\(x_1\\)</text></answer></subquestion><subquestion><text>二</text><answer><text>a_b</text></answer></subquestion>
                <subquestion><text></text><answer><text></text></answer></subquestion></question>""");
        Blank.Pick pick =
                (Blank.Pick) ((Interaction.FillIn) quiz.contents().getFirst().interaction())
                        .blanks()
                        .getFirst();
        assertThat(pick.choices()).containsExactly("$$I_2$$", "H<sub>2</sub>O", "U\\_1 \\< 6");
        assertThat(quiz.contents().getLast().interaction())
                .isEqualTo(
                        new Interaction.Matching(List.of(new Pair("一", "$x_1$"), new Pair("二", "a\\_b")), List.of()));
    }

    /** A browser would take it for a tag and show nothing of it. */
    @Test
    void aSignThatBeginsNoTagIsText() {
        Collected quiz = quiz("""
                <question type="multichoice"><questiontext format="html"><text><![CDATA[<p>若 U<R 则 List<String> 与 a<b and c>d？</p>]]></text></questiontext>
                <answer fraction="100" format="html"><text>x&lt;y</text></answer><answer fraction="0" format="html"><text><![CDATA[<b>粗</b><br>1<2]]></text></answer></question>""");
        assertThat(quiz.only().stem()).isEqualTo("若 U\\<R 则 List\\<String\\> 与 a\\<b and c\\>d？");
        assertThat(((Interaction.SingleChoice) quiz.only().interaction()).options())
                .extracting(Option::text)
                .containsExactly("x\\<y", "**粗**\\\n1\\<2");
    }

    @Test
    void aNumberWithACommaOfThousandsIsNoKeyAndSeveralKeysAreSaid() {
        Collected quiz = quiz("""
                <question type="numerical"><questiontext><text>多少？</text></questiontext><answer fraction="100"><text>1,000</text></answer></question>
                <question type="numerical"><questiontext><text>多少？</text></questiontext><answer fraction="100"><text>-0,125</text></answer></question>
                <question type="numerical"><questiontext><text>多少？</text></questiontext><answer fraction="100"><text>3,14</text></answer><tolerance>0.01</tolerance></question>
                <question type="numerical"><questiontext><text>多少？</text></questiontext><answer fraction="100"><text>2</text></answer><answer fraction="100"><text>-2</text></answer></question>""");
        assertThat(quiz.contents())
                .extracting(ItemContent::interaction)
                .startsWith(
                        new Interaction.Numeric(new BigDecimal("-0.125"), BigDecimal.ZERO, ""),
                        new Interaction.Numeric(new BigDecimal("3.14"), new BigDecimal("0.01"), ""));
        assertThat(quiz.codes())
                .containsExactly("exchange.problem.answers-unreadable", "exchange.remark.one-of-several");
    }

    @Test
    void resultsToPickKeepTheirUnitAndOtherWordsAroundThemAreAProblem() {
        Collected quiz = quiz(calculated("calculatedmulti", "{={x}*2} V", "{={x}*3} V")
                + calculated("calculatedmulti", "U 是 {={x}*2}", "{={x}*3}")
                + calculated("calculatedmulti", "{={x}*2} V", "都不对"));
        assertThat(quiz.contents().getFirst().interaction())
                .isInstanceOfSatisfying(Interaction.Calculated.class, calculated -> {
                    assertThat(calculated.unit()).isEqualTo("V");
                    assertThat(calculated.distractors()).hasSize(1);
                });
        assertThat(quiz.contents()).hasSize(1);
        assertThat(quiz(calculated("calculated", "{x}*2", "{x}*3").replace("fraction=\"0\"", "fraction=\"50\""))
                        .codes())
                .contains("exchange.remark.partial-answer", "exchange.remark.figures-as-places");
    }

    @Test
    void tagsAreReadWhereverTheyStand() {
        Collected quiz = quiz("""
                <question type="truefalse"><tag><text>甲</text></tag><questiontext><text>对吗？</text></questiontext>
                <answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer>
                <tags><tag><text>乙</text></tag><tag>丙</tag></tags></question>""");
        assertThat(quiz.questions().getFirst().labels().tags()).containsExactly("乙", "丙", "甲");
    }

    /** Programs that put HTML into XML as it is, leave elements out, or quotes, or put all files into one place. */
    @Test
    void textsAreFoundWhereverProgramsPutThem() {
        Collected quiz = quiz("""
                <question type="category"><category>电工/低压</category></question>
                <question type="multichoice"><name>名</name><questiontext format="html"><text>先<b>断</b>电<br/>再 &lt; 验 <img src="@@PLUGINFILE@@/a.png" alt="图"/></text></questiontext>
                <answer fraction="100">对的<feedback>因为</feedback></answer><answer fraction="0"><text><![CDATA[<img src="@@PLUGINFILE@@/a.png">]]></text></answer>
                <file name="a.png" encoding="base64">%s</file></question>""".formatted(PICTURE));
        assertThat(quiz.only().stem()).startsWith("先**断**电\\\n再 \\< 验 ![图](media:");
        assertThat(((Interaction.SingleChoice) quiz.only().interaction()).options())
                .satisfiesExactly(
                        right -> assertThat(right).isEqualTo(new Option("对的", true, "因为")),
                        wrong -> assertThat(wrong.text()).startsWith("![](media:"));
        assertThat(quiz.questions().getFirst().labels().path()).containsExactly("电工", "低压");
        assertThat(quiz.codes()).isEmpty();
        assertThat(quiz("""
                <question type=multichoice><questiontext format=html><text>哪个？</text></questiontext>
                <answer fraction=100><text>甲</text></answer><answer fraction="0" format=html><text>乙</text></answer></question>""").only().interaction())
                .isEqualTo(new Interaction.SingleChoice(
                        List.of(new Option("甲", true, null), new Option("乙", false, null))));
    }

    @Test
    void picturesInMarkdownAreKeptHoweverTheyAreWritten() {
        Collected quiz = quiz("""
                <question type="truefalse"><questiontext format="markdown"><text><![CDATA[看 ![图](@@PLUGINFILE@@/a(1).png "标题") 和 <img src="@@PLUGINFILE@@/a(1).png" alt="同"> 与 ![内](data:image/png;base64,%1$s)，![远](https://example.org/x.png)]]></text>
                <file name="a(1).png" path="/" encoding="base64">%1$s</file></questiontext>
                <answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question>""".formatted(PICTURE));
        assertThat(quiz.only().stem())
                .matches("看 !\\[图]\\(media:\\w{64}\\) 和 !\\[同]\\(media:\\w{64}\\) 与 !\\[内]\\(media:\\w{64}\\)，远");
        assertThat(quiz.codes()).containsExactly("exchange.remark.picture-elsewhere");
    }

    @Test
    void aGapThatTakesSeveralWordsIsTyped() {
        Collected quiz = quiz("""
                <question type="gapfill"><questiontext format="html"><text>[铜|铝] 与 [铁]</text></questiontext><delimitchars>[]</delimitchars><answerdisplay>dragdrop</answerdisplay><noduplicates>1</noduplicates>
                <answer fraction="100"><text>铜|铝</text></answer><answer fraction="100"><text>铁</text></answer><answer fraction="0"><text>木</text></answer></question>""");
        assertThat(((Interaction.FillIn) quiz.only().interaction()).blanks())
                .satisfiesExactly(
                        typed -> assertThat(typed).isEqualTo(new Blank.Words(List.of("铜", "铝"), false)),
                        picked -> assertThat(picked).isInstanceOf(Blank.Pick.class));
        assertThat(quiz.codes()).containsExactly("exchange.remark.scoring-left-out");
    }

    @Test
    void whatIsToldOnARowIsKeptAndColumnsOfOtherLanguagesAreTrueAndFalse() {
        Collected quiz = quiz(rows("Ja", "Nein") + rows("升", "降"));
        assertThat(((Interaction.Case) quiz.contents().getFirst().interaction()).parts())
                .satisfiesExactly(
                        first -> assertThat(first.explanation()).isEqualTo("因为"),
                        second -> assertThat(second.interaction()).isEqualTo(new Interaction.TrueFalse(false)));
        assertThat(quiz.contents().getLast().interaction()).isInstanceOf(Interaction.Matching.class);
        assertThat(quiz.contents().getLast().explanation()).isEqualTo("因为");
    }

    @Test
    void theRowThatTheFileNumbersIsRight() {
        Collected quiz = quiz("""
                <question type="sc"><questiontext><text>哪个？</text></questiontext><scoringmethod><text>sconezero</text></scoringmethod><correctrow>2</correctrow>
                <row number="1"><optiontext><text>甲</text></optiontext><feedbacktext><text>因为</text></feedbacktext></row><row number="2"><optiontext><text>乙</text></optiontext></row></question>""");
        assertThat(quiz.only().interaction())
                .isEqualTo(new Interaction.SingleChoice(
                        List.of(new Option("甲", false, "因为"), new Option("乙", true, null))));
        assertThat(quiz(rows("对", "错").replace("</scoringmethod>", "</scoringmethod><deduction>0.5</deduction>"))
                        .codes())
                .containsExactly("exchange.remark.scoring-left-out");
    }

    private static String rows(String yes, String no) {
        return """
                <question type="mtf"><questiontext format="html"><text>铁</text></questiontext><scoringmethod><text>subpoints</text></scoringmethod>
                <row number="1"><optiontext><text>一</text></optiontext><feedbacktext><text>因为</text></feedbacktext></row><row number="2"><optiontext><text>二</text></optiontext></row>
                <column number="1"><responsetext><text>%s</text></responsetext></column><column number="2"><responsetext><text>%s</text></responsetext></column>
                <weight rownumber="1" columnnumber="1"><value> 1.000 </value></weight><weight rownumber="2" columnnumber="2"><value>1.000</value></weight></question>""".formatted(yes, no);
    }

    /** What is very long costs itself alone: nothing is gone through sign by sign on the stack. */
    @Test
    void aPlaceOfAnyLengthIsRead() {
        String words = "长".repeat(200_000);
        Collected quiz =
                quiz("""
                <question type="cloze"><questiontext><text>填 {1:SA:=%1$s}</text></questiontext></question>
                <question type="cloze"><questiontext><text>填 {1:SA:=%1$s</text></questiontext></question>""".formatted(words) + calculated("calculated", "{={x}*2" + " ".repeat(200_000), "{x}*3"));
        assertThat(quiz.questions()).hasSize(3);
        String begun = "{1:SA:=".repeat(100_000);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> quiz("""
                <question type="cloze"><questiontext><text>%s</text></questiontext></question>""".formatted(begun)));
    }

    private static String truth(String first, String one, String second, String other) {
        return """
                <question type="truefalse"><questiontext format="html"><text>对吗？</text></questiontext>
                <answer fraction="%s"><text>%s</text></answer><answer fraction="%s"><text>%s</text></answer></question>""".formatted(first, one, second, other);
    }

    private static String several(String first, String second, String third) {
        return """
                <question type="multichoice"><questiontext><text>哪些？</text></questiontext><single>false</single>
                <answer fraction="%s"><text>甲</text></answer><answer fraction="%s"><text>乙</text></answer><answer fraction="%s"><text>丙</text></answer></question>""".formatted(first, second, third);
    }

    private static String calculated(String type, String right, String wrong) {
        return """
                <question type="%s"><questiontext><text>{x} 的两倍？</text></questiontext>
                <answer fraction="100"><text>%s</text><correctanswerformat>2</correctanswerformat><correctanswerlength>3</correctanswerlength></answer>
                <answer fraction="0"><text>%s</text></answer></question>""".formatted(type, right, wrong);
    }

    private static Collected quiz(String questions) {
        return Collected.of(new MoodleXmlReader(), "quiz.xml", "<?xml version=\"1.0\"?><quiz>" + questions + "</quiz>");
    }
}

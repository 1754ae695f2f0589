package org.lianbing.bank.exchange.moodle;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.lianbing.bank.Blank;
import org.lianbing.bank.CasePart;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.Option;
import org.lianbing.bank.Pair;
import org.lianbing.bank.PartialCredit;
import org.lianbing.bank.Region;
import org.lianbing.bank.exchange.format.Collected;
import org.lianbing.bank.exchange.format.Question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Types that have no counterpart of their own, and files of which a part is broken. */
class MoodleOtherTypesTest {

    /** A picture of 40 by 30 pixels. */
    private static final String PICTURE =
            "iVBORw0KGgoAAAANSUhEUgAAACgAAAAeCAIAAADRv8uKAAAAJ0lEQVR4nO3NMQEAAAwCIPuX1hjbAQVIj0QsFovFYrFYLBaLxX/jAZy5AsPN3+GpAAAAAElFTkSuQmCC";

    @Test
    void aTextInWhichSeveralAreToBeTickedIsACase() {
        Collected quiz = quiz("""
                <question type="cloze"><name><text>停电</text></name><questiontext format="html"><text><![CDATA[<p>某班组检修。</p>
                <p>先 {1:SA:=停电}，再 {1:NM:=3:0.5} 分钟</p><p>用到 {2:MULTIRESPONSE:=验电器#要先试~=接地线~扳手}</p><p>完。</p>]]></text></questiontext></question>""");
        Interaction.Case all = (Interaction.Case) quiz.only().interaction();
        assertThat(quiz.only().stem()).isEqualTo("某班组检修。");
        assertThat(all.parts())
                .containsExactly(
                        new CasePart(
                                "先 ____，再 ____ 分钟",
                                new Interaction.FillIn(List.of(
                                        new Blank.Words(List.of("停电"), false),
                                        new Blank.Value(new BigDecimal("3"), new BigDecimal("0.5")))),
                                new BigDecimal("2"),
                                "",
                                null),
                        new CasePart(
                                "用到 ____\n\n完。",
                                new Interaction.MultipleChoice(List.of(
                                        new Option("验电器", true, "要先试"),
                                        new Option("接地线", true, null),
                                        new Option("扳手", false, null))),
                                new BigDecimal("2"),
                                "",
                                null));
    }

    /** An answer that begins very many elements and ends none takes no longer than any other of its length. */
    @Test
    void anAnswerFullOfOpenTagsIsReadAtOnce() {
        String open = "<a>".repeat(200_000);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> quiz("""
                <question type="shortanswer"><questiontext format="html"><text>先做什么？</text></questiontext>
                <answer fraction="100"><text><![CDATA[%s]]></text></answer></question>""".formatted(open)));
        Collected words = quiz("""
                <question type="shortanswer"><questiontext format="html"><text>先做什么？</text></questiontext>
                <answer fraction="100"><text><![CDATA[<b>停电</b>]]></text></answer>
                <answer fraction="100"><text><![CDATA[U<R 且 I</b>1]]></text></answer></question>""");
        assertThat(words.only().interaction())
                .isEqualTo(new Interaction.FillIn(List.of(new Blank.Words(List.of("停电", "U<R 且 I</b>1"), false))));
    }

    @Test
    void aSinglePlaceOfSeveralIsAChoiceAndManyBlanksAreParts() {
        Collected quiz = quiz("""
                <question type="cloze"><questiontext format="html"><text>选 {1:MRV:=甲~=乙~丙}</text></questiontext></question>
                <question type="cloze"><name><text>十二个空</text></name><questiontext format="html"><text><![CDATA[<ul>%s</ul>]]></text></questiontext></question>
                <question type="cloze"><questiontext format="html"><text>写作 don&amp;#39;t：{1:SAC:=don&amp;#39;t#why}</text></questiontext></question>""".formatted("<li>第 {1:SA:=一} 个</li>".repeat(12)));
        assertThat(quiz.contents().get(0).interaction()).isInstanceOf(Interaction.MultipleChoice.class);
        Interaction.Case many = (Interaction.Case) quiz.contents().get(1).interaction();
        assertThat(quiz.contents().get(1).stem()).isEqualTo("十二个空");
        assertThat(many.parts())
                .extracting(part ->
                        ((Interaction.FillIn) part.interaction()).blanks().size())
                .containsExactly(10, 2);
        assertThat(((Interaction.FillIn) quiz.contents().get(2).interaction()).blanks())
                .containsExactly(new Blank.Words(List.of("don't"), true));
    }

    @Test
    void rowsThatEachGetOneColumnAreJudgedOrMatched() {
        Collected quiz = quiz(
                """
                <question type="kprime"><questiontext format="html"><text>铜</text></questiontext><scoringmethod><text>kprime</text></scoringmethod>
                %1$s<column number="1"><responsetext><text>正确</text></responsetext></column><column number="2"><responsetext><text>错误</text></responsetext></column>%2$s</question>
                <question type="mtf"><questiontext format="html"><text>铁</text></questiontext><scoringmethod><text>subpoints</text></scoringmethod>
                %1$s<column number="1"><responsetext><text>导体</text></responsetext></column><column number="2"><responsetext><text>液体</text></responsetext></column>%2$s</question>
                <question type="matrix"><questiontext format="html"><text>配对</text></questiontext><row><shorttext>一</shorttext></row><row><shorttext>二</shorttext></row>
                <col><shorttext>甲</shorttext></col><col><shorttext>乙</shorttext></col><col><shorttext>丙</shorttext></col>
                <weights-of-row><weight-of-col>0</weight-of-col><weight-of-col>1</weight-of-col></weights-of-row><weights-of-row><weight-of-col>1</weight-of-col></weights-of-row></question>
                <question type="matrix"><questiontext format="html"><text>几个</text></questiontext><row><shorttext>一</shorttext></row>
                <col><shorttext>甲</shorttext></col><weights-of-row><weight-of-col>0</weight-of-col></weights-of-row></question>""".formatted(
                                "<row number=\"1\"><optiontext><text>能导电</text></optiontext></row><row number=\"2\"><optiontext><text>会流动</text></optiontext></row>",
                                "<weight rownumber=\"1\" columnnumber=\"1\"><value>1.000</value></weight><weight rownumber=\"2\" columnnumber=\"2\"><value>1.000</value></weight>"));
        Interaction.Case judged = (Interaction.Case) quiz.contents().getFirst().interaction();
        assertThat(judged.parts())
                .extracting(CasePart::stem, CasePart::interaction)
                .containsExactly(
                        tuple("能导电", new Interaction.TrueFalse(true)), tuple("会流动", new Interaction.TrueFalse(false)));
        assertThat(quiz.contents().get(1).interaction())
                .isEqualTo(new Interaction.Matching(List.of(new Pair("能导电", "导体"), new Pair("会流动", "液体")), List.of()));
        assertThat(quiz.contents().get(2).interaction())
                .isEqualTo(new Interaction.Matching(List.of(new Pair("一", "乙"), new Pair("二", "甲")), List.of("丙")));
        assertThat(quiz.codes()).containsExactly("exchange.remark.each-row-counts", "exchange.problem.rows-several");
    }

    @Test
    void gapsBetweenSignsAreBlanks() {
        Collected quiz = quiz("""
                <question type="gapfill"><questiontext format="html"><text>数组 a[0] 里，{熔断器|保险丝} 串联在 {线路} 中</text></questiontext>
                <delimitchars>{}</delimitchars><answerdisplay>gapfill</answerdisplay><casesensitive>1</casesensitive>
                <answer fraction="100"><text>熔断器|保险丝</text></answer><answer fraction="100"><text>线路</text></answer></question>
                <question type="gapfill"><questiontext format="html"><text>[电压] 的单位是 [V]</text></questiontext>
                <delimitchars>[]</delimitchars><answerdisplay>dropdown</answerdisplay>
                <answer fraction="100"><text>电压</text></answer><answer fraction="100"><text>V</text></answer><answer fraction="0"><text>A</text></answer></question>
                <question type="gapfill"><questiontext format="html"><text>没有空</text></questiontext></question>""");
        assertThat(quiz.contents().get(0).stem()).isEqualTo("数组 a\\[0\\] 里，____ 串联在 ____ 中");
        assertThat(((Interaction.FillIn) quiz.contents().get(0).interaction()).blanks())
                .containsExactly(new Blank.Words(List.of("熔断器", "保险丝"), true), new Blank.Words(List.of("线路"), true));
        assertThat(((Interaction.FillIn) quiz.contents().get(1).interaction()).blanks())
                .containsExactly(
                        new Blank.Pick(List.of("电压", "V", "A"), 0), new Blank.Pick(List.of("电压", "V", "A"), 1));
        assertThat(quiz.codes()).containsExactly("exchange.problem.cloze-empty");
    }

    @Test
    void whatIsDraggedOntoAPictureIsPointedAt() {
        Collected quiz = quiz("""
                <question type="ddmarker"><questiontext format="html"><text>标出</text></questiontext><file name="a.png" encoding="base64">%1$s</file>
                <drag><no>1</no><text>合闸线圈</text></drag><drag><no>2</no><text>没用上</text></drag>
                <drop><no>1</no><shape>circle</shape><coords>20,10;5</coords><choice>1</choice></drop>
                <drop><no>2</no><shape>rectangle</shape><coords>1,2;10,5</coords><choice>1</choice></drop></question>
                <question type="ddimageortext"><questiontext format="html"><text>对上</text></questiontext><file name="a.png" encoding="base64">%1$s</file>
                <drag><no>1</no><text>甲</text><draggroup>1</draggroup></drag><drag><no>2</no><text>乙</text><draggroup>1</draggroup></drag>
                <drop><no>1</no><choice>2</choice><xleft>5</xleft><ytop>6</ytop></drop><drop><no>2</no><choice>1</choice><xleft>30</xleft><ytop>20</ytop></drop></question>
                <question type="ddmarker"><questiontext format="html"><text>没有图</text></questiontext><drag><no>1</no><text>甲</text></drag></question>""".formatted(PICTURE));
        assertThat(quiz.contents().get(0).stem()).isEqualTo("标出\n\n合闸线圈");
        Interaction.Hotspot one = (Interaction.Hotspot) quiz.contents().get(0).interaction();
        assertThat(one.width()).isEqualTo(40);
        assertThat(one.regions())
                .containsExactly(
                        new Region(new Region.Circle(20, 10, 5), "", true),
                        new Region(new Region.Rectangle(1, 2, 10, 5), "", true));
        Interaction.Case two = (Interaction.Case) quiz.contents().get(1).interaction();
        assertThat(two.parts()).extracting(CasePart::stem).containsExactly("乙", "甲");
        assertThat(((Interaction.Hotspot) two.parts().get(1).interaction()).regions())
                .containsExactly(new Region(new Region.Rectangle(30, 20, 10, 10), "", true));
        assertThat(quiz.codes())
                .containsExactly(
                        "exchange.remark.unused-left-out",
                        "exchange.remark.zone-guessed",
                        "exchange.problem.answers-unreadable");
    }

    @Test
    void aLongListOfWordsIsShortenedToTheKeyAndSomeOthers() {
        Collected quiz = quiz("""
                <question type="ddwtos"><questiontext format="html"><text>先 [[1]] 再 [[10]]</text></questiontext>%s</question>""".formatted(IntStream.rangeClosed(1, 10)
                .mapToObj("<dragbox><text>词%d</text><group>1</group></dragbox>"::formatted)
                .collect(Collectors.joining())));
        assertThat(((Interaction.FillIn) quiz.only().interaction()).blanks())
                .contains(new Blank.Pick(List.of("词1", "词2", "词3", "词4", "词5", "词6", "词7", "词10"), 7));
        assertThat(quiz.codes()).containsExactly("exchange.remark.unused-left-out");
    }

    @Test
    void relativesOfAKnownTypeAreReadLikeIt() {
        Collected quiz = quiz("""
                <question type="multichoiceset"><questiontext format="html"><text>全对才得分</text></questiontext><answer fraction="100"><text>甲</text></answer><answer fraction="100"><text>乙</text></answer><answer fraction="0"><text>丙</text></answer></question>
                <question type="shortanswerwiris"><questiontext format="html"><text>首都</text></questiontext><answer fraction="100"><text>北京</text></answer></question>
                <question type="shortanswerwiris"><questiontext format="html"><text>#a 加 1</text></questiontext><answer fraction="100"><text>#b</text></answer></question>
                <question type="numerical"><questiontext format="html"><text>多大</text></questiontext><answer fraction="100"><text>1e999999999</text></answer></question>""");
        assertThat(quiz.contents().get(0).credit()).isEqualTo(PartialCredit.ALL_OR_NOTHING);
        assertThat(quiz.contents().get(1).interaction()).isInstanceOf(Interaction.FillIn.class);
        assertThat(quiz.codes())
                .containsExactly("exchange.problem.foreign-type", "exchange.problem.answers-unreadable");
    }

    /** A stray sign costs its question, an upload that broke off the last one; all others come. */
    @Test
    void oneBrokenQuestionCostsOne() {
        String whole =
                "<question type=\"truefalse\"><questiontext format=\"html\"><text>%s</text></questiontext><answer fraction=\"100\"><text>true</text></answer></question>\n";
        Collected quiz = Collected.of(
                new MoodleXmlReader(),
                "q.xml",
                "<?xml version=\"1.0\"?>\n<quiz>\n" + whole.formatted("一") + whole.formatted("R & D&nbsp;二")
                        + whole.formatted("<b>三") + whole.formatted("四\u0001")
                        + "<question type=\"category\"><category><text>$course$/top/末章</text></category></question>\n"
                        + whole.formatted("五") + "<question type=\"truefalse\"><questiontext>");
        assertThat(quiz.contents()).extracting(content -> content.stem()).containsExactly("一", "R & D 二", "四", "五");
        assertThat(quiz.questions()).hasSize(6);
        assertThat(quiz.questions().get(2)).isInstanceOf(Question.Unread.class);
        assertThat(quiz.questions().get(2).place()).isEqualTo("#3 · line 5");
        assertThat(quiz.questions().get(4).labels().path()).containsExactly("末章");
        assertThat(quiz.codes()).containsExactly("exchange.problem.question-xml", "exchange.problem.question-xml");
    }

    /** Signs that HTML names are read as longer or shorter numbers; where a question ended is told in those. */
    @Test
    void aBrokenQuestionInALineWithNamedSignsIsNotLost() {
        String whole =
                "<question type=\"truefalse\"><questiontext format=\"html\"><text>%s</text></questiontext><answer fraction=\"100\"><text>true</text></answer></question>";
        String signs = "&le;".repeat(400) + "&CounterClockwiseContourIntegral;";
        Collected quiz = quiz(whole.formatted("一 &le; 1")
                + whole.formatted("二" + signs)
                + whole.formatted("<b>三")
                + whole.formatted("四"));
        assertThat(quiz.contents())
                .extracting(content -> content.stem())
                .startsWith("一 ≤ 1")
                .endsWith("四");
        assertThat(quiz.questions()).hasSize(4);
        assertThat(quiz.questions().get(2).source()).contains("<b>三");
        assertThat(quiz.codes()).containsExactly("exchange.problem.question-xml");
    }

    @Test
    void whatBeginsOverAndOverAndNeverEndsIsGoneThroughOnce() {
        String questions = "<quiz><question type=\"essay\"><questiontext format=\"markdown\"><text><![CDATA["
                + "<video ".repeat(100_000) + "<video" + " src=\"@@PLUGINFILE@@/a\"".repeat(20_000)
                + "]]></text></questiontext></question>" + "<question ".repeat(100_000);
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(Collected.of(new MoodleXmlReader(), "q.xml", questions)
                                .questions())
                        .hasSize(2));
    }

    private static Collected quiz(String questions) {
        return Collected.of(new MoodleXmlReader(), "q.xml", "<?xml version=\"1.0\"?><quiz>" + questions + "</quiz>");
    }
}

package org.lianbing.bank.exchange.moodle;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.lianbing.bank.Blank;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Option;
import org.lianbing.bank.Pair;
import org.lianbing.bank.Variable;
import org.lianbing.bank.exchange.format.Collected;
import org.lianbing.bank.exchange.format.Question;
import org.lianbing.base.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MoodleXmlReaderTest {

    @Test
    void aChoiceKeepsItsPicturesReasonsCategoryAndTags() {
        Collected quiz = quiz("""
                <question type="category"><category><text>$course$/top/电工/低压电器</text></category></question>
                <question type="multichoice"><name><text>Q1</text></name><idnumber>m-7</idnumber>
                <questiontext format="html"><text><![CDATA[<p>这是 <b>什么</b>？<img src="@@PLUGINFILE@@/a%20b.png" alt="图"></p>]]></text>
                <file name="a b.png" path="/" encoding="base64">iVBORw0KGgo=</file></questiontext>
                <generalfeedback format="html"><text><![CDATA[见 I<sub>N</sub>]]></text></generalfeedback>
                <single>true</single>
                <answer fraction="100" format="html"><text>熔断器</text><feedback format="html"><text>对</text></feedback></answer>
                <answer fraction="0" format="html"><text>按钮 &amp;lt; 5</text></answer>
                <tags><tag><text>安全</text></tag></tags></question>""");
        Question question = quiz.questions().getFirst();
        assertThat(quiz.only().stem()).matches("这是 \\*\\*什么\\*\\*？!\\[图]\\(media:[0-9a-f]{64}\\)");
        assertThat(quiz.only().explanation()).contains("<sub>N</sub>");
        assertThat(((Interaction.SingleChoice) quiz.only().interaction()).options())
                .containsExactly(new Option("熔断器", true, "对"), new Option("按钮 \\< 5", false, null));
        assertThat(question.labels().path()).containsExactly("电工", "低压电器");
        assertThat(question.labels().id()).isEqualTo("m-7");
        assertThat(question.labels().tags()).containsExactly("安全");
        assertThat(quiz.pictures()).hasSize(1);
    }

    @Test
    void embeddedAnswersBecomeBlanks() {
        Collected quiz = quiz("""
                <question type="cloze"><questiontext format="html"><text><![CDATA[<p>频率 {1:NUMERICAL:=50:0.5} Hz，电压 {1:SHORTANSWER:=220~=二百二~%50%230#差不多} V，{1:MC:=串联~并联} 熔断器。</p>]]></text></questiontext></question>""");
        assertThat(quiz.only().stem()).isEqualTo("频率 ____ Hz，电压 ____ V，____ 熔断器。");
        assertThat(((Interaction.FillIn) quiz.only().interaction()).blanks())
                .containsExactly(
                        new Blank.Value(new BigDecimal("50"), new BigDecimal("0.5")),
                        new Blank.Words(List.of("220", "二百二"), false),
                        new Blank.Pick(List.of("串联", "并联"), 0));
        assertThat(quiz.codes()).containsExactly("exchange.remark.partial-answer");
    }

    @Test
    void missingWordsToChooseGoByGroups() {
        Collected quiz = quiz("""
                <question type="gapselect"><questiontext format="html"><text>先 [[2]] 再 [[3]]</text></questiontext>
                <selectoption><text>合闸</text><group>1</group></selectoption><selectoption><text>停电</text><group>1</group></selectoption>
                <selectoption><text>验电</text><group>2</group></selectoption></question>""");
        assertThat(((Interaction.FillIn) quiz.only().interaction()).blanks())
                .containsExactly(new Blank.Pick(List.of("合闸", "停电"), 1), new Blank.Words(List.of("验电"), false));
    }

    @Test
    void wildCardsBecomeVariables() {
        Collected quiz = quiz("""
                <question type="calculated"><questiontext format="html"><text>{U} V 加在 {R} Ω 上，I？平方 {={U}*{U}}</text></questiontext>
                <answer fraction="100"><text>pow({U},2)/{R}</text><tolerance>0.01</tolerance><tolerancetype>2</tolerancetype><correctanswerlength>1</correctanswerlength></answer>
                <dataset_definitions><dataset_definition><name><text>U</text></name><minimum><text>10</text></minimum><maximum><text>20</text></maximum><decimals><text>1</text></decimals></dataset_definition></dataset_definitions></question>""");
        Interaction.Calculated item = (Interaction.Calculated) quiz.only().interaction();
        assertThat(quiz.only().stem()).isEqualTo("{{U}} V 加在 {{R}} Ω 上，I？平方 {{= U*U}}");
        assertThat(item.formula()).isEqualTo("((U)^(2))/R");
        assertThat(item.variables())
                .first()
                .isEqualTo(new Variable("U", new BigDecimal("10"), new BigDecimal("20"), new BigDecimal("0.1")));
        assertThat(item.tolerance()).isEqualByComparingTo("0.01");
        assertThat(quiz.codes()).containsExactly("exchange.remark.range-unknown");
    }

    @Test
    void theOtherTypesAreReadOrNamed() {
        Collected quiz = quiz("""
                <question type="truefalse"><questiontext format="html"><text>对吗</text></questiontext><answer fraction="0"><text>true</text></answer><answer fraction="100"><text>false</text></answer></question>
                <question type="matching"><questiontext format="html"><text>连</text></questiontext><subquestion format="html"><text>KM</text><answer><text>接触器</text></answer></subquestion><subquestion format="html"><text/><answer><text>按钮</text></answer></subquestion></question>
                <question type="ordering"><questiontext format="html"><text>排</text></questiontext><answer fraction="2"><text>乙</text></answer><answer fraction="1"><text>甲</text></answer></question>
                <question type="essay"><questiontext format="html"><text>论</text></questiontext><graderinfo format="html"><text>要点</text></graderinfo></question>
                <question type="shortanswer"><questiontext format="plain_text"><text>a_b*c</text></questiontext><usecase>1</usecase><answer fraction="100"><text>Co</text></answer></question>
                <question type="randomsamatch"><questiontext format="html"><text>怪</text></questiontext></question>
                <question type="description"><questiontext format="html"><text>说明</text></questiontext></question>""");
        assertThat(quiz.contents().get(0).interaction()).isEqualTo(new Interaction.TrueFalse(false));
        assertThat(quiz.contents().get(1).interaction())
                .isEqualTo(new Interaction.Matching(List.of(new Pair("KM", "接触器")), List.of("按钮")));
        assertThat(quiz.contents().get(2).interaction()).isEqualTo(new Interaction.Ordering(List.of("甲", "乙")));
        assertThat(((Interaction.Essay) quiz.contents().get(3).interaction())
                        .rubric()
                        .hints())
                .isEqualTo("要点");
        assertThat(((Interaction.FillIn) quiz.contents().get(4).interaction()).blanks())
                .containsExactly(new Blank.Words(List.of("Co"), true));
        assertThat(quiz.questions()).hasSize(7);
        assertThat(quiz.codes()).containsExactly("exchange.problem.foreign-type", "exchange.problem.description");
    }

    @Test
    void anEssayKeepsHowManyFilesMayBeAttached() {
        Collected quiz = quiz("""
                <question type="essay"><questiontext format="html"><text>甲</text></questiontext><attachments>2</attachments><attachmentsrequired>0</attachmentsrequired></question>
                <question type="essay"><questiontext format="html"><text>乙</text></questiontext><attachments>-1</attachments></question>
                <question type="essay"><questiontext format="html"><text>丙</text></questiontext><attachments>0</attachments></question>""");
        assertThat(quiz.contents())
                .extracting(content -> ((Interaction.Essay) content.interaction()).uploads())
                .containsExactly(2, 6, 0);
        assertThat(quiz.codes()).containsExactly("exchange.remark.uploads-fewer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<quiz><question type=\"truefalse\"><questiontext>",
                "<!DOCTYPE quiz [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><quiz><question type=\"essay\"><questiontext><text>&x;</text></questiontext></question></quiz>"
            })
    void brokenOrHostileFilesAreRefused(String file) {
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> Collected.of(new MoodleXmlReader(), "q.xml", file));
    }

    @Test
    void anEmbeddedPlaceWithoutAnswersIsNamedAndNeverShownAsText() {
        Collected quiz = quiz("""
                <question type="cloze"><questiontext format="html"><text>选 {1:MULTICHOICE} 和 {1:SA:=甲}</text></questiontext></question>
                <question type="cloze"><questiontext format="html"><text>选 {1:MC:=甲~=乙~丙}，{1:NM:=50:1~=60:1} Hz</text></questiontext></question>
                <question type="numerical"><questiontext format="html"><text>多少？</text></questiontext><answer fraction="100"><text>*</text></answer></question>""");
        assertThat(quiz.codes())
                .containsExactly(
                        "exchange.problem.answers-unreadable",
                        "exchange.remark.one-of-several",
                        "exchange.remark.one-of-several",
                        "exchange.problem.answers-unreadable");
    }

    @Test
    void feedbackThatExplainsBecomesTheExplanation() {
        Collected quiz = quiz("""
                <question type="truefalse"><questiontext format="html"><text>对不对？</text></questiontext>
                <generalfeedback format="html"><text>总的说明</text></generalfeedback>
                <answer fraction="0"><text>true</text><feedback><text>熔断器不能这样用</text></feedback></answer>
                <answer fraction="100"><text>false</text><feedback><text>看铭牌就知道</text></feedback></answer></question>
                <question type="multichoice"><questiontext format="html"><text>哪个？</text></questiontext><single>true</single>
                <correctfeedback format="html"><text>Your answer is correct.</text></correctfeedback>
                <incorrectfeedback format="html"><text>A fuse is always put in series with the load that it protects, never beside it.</text></incorrectfeedback>
                <answer fraction="100"><text>甲</text></answer><answer fraction="0"><text>乙</text></answer><hint><text>想一想</text></hint></question>
                <question type="cloze"><questiontext format="html"><text>电压 {1:SA:=220#单相交流电压是二百二十伏特的~110#错} V</text></questiontext></question>""");
        assertThat(quiz.contents())
                .extracting(ItemContent::explanation)
                .containsExactly(
                        "总的说明\n\n熔断器不能这样用\n\n看铭牌就知道",
                        "A fuse is always put in series with the load that it protects, never beside it.",
                        "单相交流电压是二百二十伏特的");
        assertThat(quiz.codes()).containsExactly("exchange.remark.hints-left-out");
    }

    /** As Moodle 1.9 wrote it: the picture stands beside the text, and a choice may not say that it is single. */
    @Test
    void aPictureBesideTheTextIsKept() {
        Collected quiz = quiz("""
                <question type="multichoice"><questiontext><text>看图</text></questiontext>
                <image>a.png</image><image_base64>
                iVBORw0KGgo=
                </image_base64>
                <answer fraction="100"><text>甲</text></answer><answer fraction="50"><text>乙</text></answer></question>""");
        assertThat(quiz.only().stem()).matches("看图\n\n!\\[]\\(media:[0-9a-f]{64}\\)");
        assertThat(quiz.only().interaction()).isInstanceOf(Interaction.SingleChoice.class);
        assertThat(quiz.pictures()).hasSize(1);
    }

    private static Collected quiz(String questions) {
        return Collected.of(new MoodleXmlReader(), "q.xml", "<?xml version=\"1.0\"?><quiz>" + questions + "</quiz>");
    }
}

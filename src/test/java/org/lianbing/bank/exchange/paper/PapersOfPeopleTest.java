package org.lianbing.bank.exchange.paper;

import org.junit.jupiter.api.Test;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Option;
import org.lianbing.bank.exchange.format.Collected;
import org.lianbing.bank.exchange.format.Question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianbing.bank.exchange.paper.Papers.read;
import static org.lianbing.bank.exchange.paper.Papers.said;

/** Spellings of papers that were seen at many places, in questions of our own. */
class PapersOfPeopleTest {

    @Test
    void numbersInBoxesInCirclesAndBehindWordsBeginQuestions() {
        Collected paper = read("""
                一、单选题
                【1】 电压的单位（ ）
                A. 伏特 B. 安培
                【2】、电流的单位（ ）
                (A)伏特 (B)安培
                Q3: 电阻的单位（ ）
                A. 欧姆 B. 安培
                二、多选题
                ①导体有（ ）
                A. 铜 B. 铝 C. 木
                ②绝缘体有（ ）
                A. 铜 B. 瓷 C. 胶
                答案
                一、1~3：A B A
                二、①AB ②BC
                """);
        assertThat(paper.codes()).isEmpty();
        assertThat(said(paper)).containsExactly("伏特", "安培", "欧姆", "铜|铝", "瓷|胶");
    }

    @Test
    void aQuestionBegunWithAFigureMayBeTheFirstOfASection() {
        Collected paper = read("""
                一、单选题
                1．甲（ ）
                A．一 B．二
                【答案】B
                二、填空题
                2．3+1=____。
                【答案】4
                """);
        assertThat(paper.contents().getLast().stem()).isEqualTo("3+1= ____ 。");
    }

    @Test
    void optionsThatBeginAgainAreThoseOfAQuestionWithoutANumber() {
        Collected paper = read("""
                1、先做什么（ ）
                A、停电
                B、验电
                再做什么（ ）
                A、挂牌
                B、离开
                答案：A
                """);
        assertThat(paper.questions()).hasSize(2);
        assertThat(paper.codes()).containsExactly("exchange.problem.paper-no-answer");
        assertThat(paper.contents().getFirst().stem()).isEqualTo("再做什么（ ）");
    }

    @Test
    void lettersThatAreLeftOutOrRepeatedAreAskedBack() {
        Collected paper = read("1、甲（ ）\nA、一\nB、二\nD、四\n答案：D\n2、乙（ ）\nA、一\nB、二\nB、三\n答案：B\n");
        assertThat(paper.codes()).containsExactly("exchange.problem.paper-letters", "exchange.problem.paper-letters");
    }

    @Test
    void columnsOfOptionsAreReadDown() {
        Collected paper = read("1、导体是（ ）\nA. 木   C. 瓷\nB. 铜   D. 胶\n答案：B\n2、A B 两点间（ ）\nA．有电压\nB．没有\n答案：A\n");
        Interaction.SingleChoice choice =
                (Interaction.SingleChoice) paper.contents().getFirst().interaction();
        assertThat(choice.options()).extracting(Option::text).containsExactly("木", "铜", "瓷", "胶");
        assertThat(said(paper)).containsExactly("铜", "有电压");
        assertThat(paper.contents().getLast().stem()).isEqualTo("A B 两点间（ ）");
    }

    @Test
    void severalWordsOfAQuestionMayStandInOneLine() {
        Question question = read("1、甲（ ）\nA、一 B、二（答案：B）\n【难度】易 【考察点】接地 【出处】教材\n")
                .questions()
                .getFirst();
        assertThat(question.labels().points()).isEqualTo("接地");
        assertThat(question.labels().source()).isEqualTo("教材");
        assertThat(((Question.Read) question).content().difficulty()).isEqualTo(1);
    }

    @Test
    void markdownAndFormsOfExamSitesAreNoPartOfTheText() {
        Collected paper = read("""
                ::: info 1. 先做什么？
                {{ select(1) }}
                - A. 停电
                - B. 验电

                > **答案：A**
                :::
                2\\. 再做什么？
                * [ ] A. 停电
                * [x] B. 验电
                题型：判断题
                题目：水是湿的。
                答案：对
                """);
        assertThat(said(paper)).containsExactly("停电", "验电", "true");
        assertThat(paper.contents()).extracting(ItemContent::stem).containsExactly("先做什么？", "再做什么？", "水是湿的。");
    }

    @Test
    void notesBeforeThePaperAreNoQuestions() {
        Collected paper = read("考生须知：\n1. 本卷共两题。\n2. 请写清姓名。\n一、单选题\n1. 甲（ ）\nA. 一 B. 二\n答案：A\n");
        assertThat(paper.questions()).hasSize(1);
        assertThat(said(paper)).containsExactly("一");
    }

    @Test
    void englishPapersAreRead() {
        Collected paper = read("""
                Part I Multiple Choice (2 points each)
                1. Which one conducts?
                A. copper
                B. wood
                Answer: A
                Explanation: Metals conduct.
                Q2. Select all metals.
                a) iron
                b) glass
                c) zinc
                Correct answers: A, C
                Section B: True/False
                3. Water is wet.
                4. Fire is cold.
                Part III Fill in the blanks
                5. The unit of current is ______.
                Answer Key
                Section B
                3. T
                4. F
                Part III
                5. ampere
                """);
        assertThat(said(paper)).containsExactly("copper", "iron|zinc", "true", "false", "ampere");
        assertThat(paper.contents().getFirst().explanation()).isEqualTo("Metals conduct.");
        assertThat(paper.codes()).isEmpty();
    }

    @Test
    void whatStandsOnAPaperBesidesItsQuestionsIsPassedOver() {
        Collected paper = read("""
                某市技能竞赛理论试卷
                一、单选题
                1. 甲（ ）
                ○A. 一
                ○B. 二(正确答案)
                得  分
                评分人
                2. 乙（ ）
                A. 一 B. 二
                第 1 页 共 2 页
                某市技能竞赛理论试卷
                一、单选题答案
                2.A
                """);
        assertThat(said(paper)).containsExactly("二", "一");
        assertThat(paper.codes()).isEmpty();
    }

    @Test
    void eachPieceOfAQuestionMayStandInALineOfItsOwn() {
        Collected paper = read("""
                单选题
                1
                电流的单位是（ ）
                A
                伏特
                B
                安培
                正确答案：
                B
                2
                电压的单位是（A）
                A伏特 B安培 C欧姆
                """);
        assertThat(said(paper)).containsExactly("安培", "伏特");
    }

    @Test
    void pointsOfAnExplanationThatAnnouncesThemAreNoQuestions() {
        Collected paper = read("1.甲？\nA.一\nB.二\n答案：B\n解析：\n1.不是一。\n2.只有二。\n2.乙？\nA.一\nB.二\n答案：A\n");
        assertThat(said(paper)).containsExactly("二", "一");
        assertThat(paper.contents().getFirst().explanation()).contains("只有二。");
    }

    @Test
    void codeAndFormulasOfMarkdownAreKept() {
        Collected paper = read("""
                1. 输出什么？

                ```c
                1. A. not an option
                ```
                - A. `B. b`
                - B. $x_{1}$
                - C. 花费 $5 和 $6
                答案：B
                """);
        assertThat(paper.only().stem()).isEqualTo("输出什么？\\\n\n\n```c\n1. A. not an option\n```");
        assertThat(((Interaction.SingleChoice) paper.only().interaction()).options())
                .extracting(Option::text)
                .containsExactly("`B. b`", "$x_{1}$", "花费 \\$5 和 $6");
    }

    @Test
    void pointsInAStemWithItsKeyInBracketsAreNoOptions() {
        Collected paper = read("1、A、B两点相距（ B ）。\nA．10km  B．20km\n2、电压<u>（ A ）</u>\nA．高  B．低\n");
        assertThat(said(paper)).containsExactly("20km", "高");
        assertThat(paper.contents().getFirst().stem()).isEqualTo("A、B两点相距（　）。");
    }

    @Test
    void labelsOfEnglishTestBanksAreTaken() {
        Collected paper = read(
                "1. Which are gases? (Choose two)\n*a. helium\nb. iron\nc. neon\nANS: A, C    PTS: 1    DIF: Easy\nTOP: Gases\n");
        assertThat(said(paper)).containsExactly("helium|neon");
        assertThat(paper.only().difficulty()).isEqualTo(1);
        assertThat(paper.questions().getFirst().labels().points()).isEqualTo("Gases");
    }
}

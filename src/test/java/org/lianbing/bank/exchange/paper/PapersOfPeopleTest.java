package org.lianbing.bank.exchange.paper;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.lianbing.bank.Blank;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Option;
import org.lianbing.bank.exchange.format.Collected;
import org.lianbing.bank.exchange.format.Question;

import static org.assertj.core.api.Assertions.assertThat;

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
    void aPartOfTheKeyMayBeginWithPoints() {
        Collected paper = read("""
                一、填空题
                1. 工频为____Hz，周期为____s。
                二、简答题
                1. 简述急救的步骤。
                参考答案
                一、1. 50；0.02
                二、（1）断电；（2）施救。
                """);
        assertThat(said(paper)).containsExactly("50|0.02", "断电；（2）施救。");
        Collected points = read("""
                一、简答题
                1. 简述急救的步骤。
                2. 简述检修的步骤。
                参考答案
                1. 一、断电
                二、（1）施救；（2）送医
                2. 验电
                """);
        assertThat(said(points)).containsExactly("一、断电\\\n二、（1）施救；（2）送医", "验电");
    }

    @Test
    void aKeyMayStandBeforeOptionsOfSeveralLines() {
        Collected paper = read("""
                一、单选题
                1．电压的单位（ ）。【答案】C
                A. 安培    B. 欧姆
                C. 伏特    D. 瓦特
                2．电流的单位（ ）。
                答案：A
                A. 安培
                B. 欧姆
                解析：见第二章。
                C. 不是选项
                """);
        assertThat(paper.codes()).isEmpty();
        assertThat(said(paper)).containsExactly("伏特", "安培");
        assertThat(paper.contents().getLast().explanation()).endsWith("C. 不是选项");
    }

    @Test
    void optionsThatSeveralQuestionsShareAreThoseOfEach() {
        Collected paper = read("""
                B1型题
                （1～2题共用备选答案）
                A. 绝缘手套  B. 验电器
                C. 接地线
                1. 证明没有电压用（ ）
                2. 防止突然来电用（ ）
                A3/A4型题
                （3～4题共用题干）
                某工人在杆上作业时触电。
                3. 首先（ ）
                A. 断电 B. 呼救
                4. 然后（ ）
                A. 施救 B. 离开
                X型题
                5. 急救要（ ）
                A. 快 B. 慢 C. 准
                答案：1.B 2.C 3.A 4.A 5.AC
                """);
        assertThat(paper.codes()).isEmpty();
        assertThat(said(paper)).containsExactly("验电器", "接地线", "断电", "施救", "快|准");
        assertThat(paper.contents())
                .extracting(ItemContent::stem)
                .containsExactly(
                        "证明没有电压用（ ）", "防止突然来电用（ ）", "某工人在杆上作业时触电。\\\n首先（ ）", "某工人在杆上作业时触电。\\\n然后（ ）", "急救要（ ）");
    }

    @Test
    void aTextThatQuestionsAskAboutStandsBeforeEachAndBeforeNoOther() {
        Collected paper = read("""
                根据以下材料，回答1-2题。
                仓库里存放油漆，电线老化。
                1.最大的危险是（ ）
                A.火灾 B.淹溺
                2.先改什么（ ）
                A.电线 B.门窗
                3.灭火器每（ ）检查
                A.月 B.十年
                答案：1.A 2.A 3.A
                """);
        assertThat(paper.contents())
                .extracting(ItemContent::stem)
                .containsExactly("仓库里存放油漆，电线老化。\\\n最大的危险是（ ）", "仓库里存放油漆，电线老化。\\\n先改什么（ ）", "灭火器每（ ）检查");
    }

    @Test
    void eachCaseHasItsOwnStoryThoughAKeyStandsBetween() {
        Collected paper = read("""
                案例一
                吊车倒了。
                1. 是什么事故？
                参考答案：
                1. 起重伤害。
                案例二
                有人触电。
                1. 先做什么？
                参考答案：
                1. 断开电源。
                """);
        assertThat(paper.contents()).extracting(ItemContent::stem).containsExactly("吊车倒了。\\\n是什么事故？", "有人触电。\\\n先做什么？");
    }

    @Test
    void behindAKeyOfItsSectionAnotherSectionIsRead() {
        Collected paper = read("""
                一、单选题
                1.甲（ ）
                A.一 B.二
                2.乙（ ）
                A.一 B.二
                答案：1.A 2.B
                二、填空题
                1.我国交流电的频率是____Hz。
                答案：50
                """);
        assertThat(said(paper)).containsExactly("一", "二", "50");
        assertThat(paper.codes()).isEmpty();
    }

    @Test
    void aKeyInOneLineIsNoReasonOfItsFirstAnswer() {
        Collected paper = read("""
                一、单选题
                1.甲（ ）
                A.一 B.二
                2.乙（ ）
                A.一 B.二
                二、计算题
                3.求电流。
                参考答案
                一、1.A；2.B。
                二、3.解：I=U/R=20/10（4分）
                答：电流为2A。（1分）
                """);
        assertThat(said(paper)).containsExactly("一", "二", "解：I=U/R=20/10（4分）\\\n电流为2A。（1分）");
        assertThat(paper.contents()).extracting(ItemContent::explanation).containsOnly("");
    }

    @Test
    void nothingBehindAKeyIsTakenForAPartOfIt() {
        Collected paper = read("""
                1、先做什么（ ）
                A、停电
                B、验电
                答案：A
                本题出自旧教材
                2、再做什么（ ）
                A、停电
                B、验电
                答案：B
                谁来挂牌（ ）
                A、监护人
                B、操作人
                答案：B
                """);
        assertThat(said(paper)).containsExactly("停电", "验电", "操作人");
        assertThat(paper.contents().getFirst().explanation()).isEqualTo("本题出自旧教材");
        assertThat(paper.codes()).containsExactly("exchange.remark.lines-behind");
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
    void answersOfSitesSayLettersAndWordsAndWhatSomebodyAnsweredIsNone() {
        Collected paper = read("""
                1. (单选题, 2.0分) 先做什么
                A. 停电
                B. 验电
                我的答案: B:验电;
                正确答案: A:停电;
                答案解析：
                先停电
                2. (判断题) 水是湿的。
                A. 对
                B. 错
                我的答案: 错 正确答案: 对
                3. (填空题) 三相有____相和____相。
                正确答案：
                第1空： 甲
                第2空： 乙
                4. (单选题) 哪个词？
                A. bad
                B. cab
                正确答案是：B. cab
                """);
        assertThat(paper.codes()).isEmpty();
        assertThat(said(paper)).containsExactly("停电", "true", "甲|乙", "cab");
        assertThat(paper.contents().getFirst().explanation()).isEqualTo("先停电");
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
    void verdictsAndLettersMayStandBehindTheirQuestion() {
        Collected paper = read("""
                一、判断题
                1、水是湿的。对
                2、火是冷的。 ×
                3、铁会生锈 【√】
                二、不定项选择题
                1、导体有[AB]
                A、铜 B、铝 C、木
                2、正确的是：AC
                a、甲 b、乙 c、丙
                """);
        assertThat(said(paper)).containsExactly("true", "false", "true", "铜|铝", "甲|丙");
        assertThat(paper.contents().getFirst().stem()).isEqualTo("水是湿的。");
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
    void aRowOfNumbersAboveARowOfAnswersIsAKey() {
        Collected paper = read("1.甲（ ）\nA.一 B.二\n2.乙（ ）\nA.一 B.二\n3.丙（ ）\nA.一 B.二\n答案：\n1 2 3\nA B A\n");
        assertThat(said(paper)).containsExactly("一", "二", "一");
    }

    @Test
    void pointsOfAnExplanationThatAnnouncesThemAreNoQuestions() {
        Collected paper = read("1.甲？\nA.一\nB.二\n答案：B\n解析：\n1.不是一。\n2.只有二。\n2.乙？\nA.一\nB.二\n答案：A\n");
        assertThat(said(paper)).containsExactly("二", "一");
        assertThat(paper.contents().getFirst().explanation()).contains("只有二。");
    }

    @Test
    void aKeyOfTwoQuestionsWithTheSameNumberIsAskedBack() {
        Collected paper = read("1.甲（ ）\nA.一 B.二\n2.乙（ ）\nA.一 B.二\n一、多选题\n1.丙（ ）\nA.一 B.二\n参考答案\n1.A 2.B\n");
        assertThat(paper.codes()).containsExactly("exchange.remark.number-twice", "exchange.remark.number-twice");
    }

    @Test
    void questionsWithBarsAndKeysOfASectionInOneLineAreTakenApart() {
        Collected paper = read("""
                一、单选题
                1、电压的单位？|A.伏特|B.安培|答案:A
                二、填空题
                1、电流的单位是____。
                2、电阻的单位是____，符号是____。
                答案：1、安培 2、欧姆；Ω
                选择题
                1、导体是（ ）
                A.铜 B.木
                2、绝缘体是（ ）
                A.铜 B.木
                【参考答案】
                1. A 【解析】铜导电。2. B 【解析】木不导电。
                """);
        assertThat(said(paper)).containsExactly("伏特", "安培", "欧姆|Ω", "铜", "木");
        assertThat(paper.contents()).extracting(ItemContent::explanation).containsExactly("", "", "", "铜导电。", "木不导电。");
        assertThat(paper.codes()).isEmpty();
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
    void aKeyOfNumbersMeansNoQuestionWithoutOne() {
        Collected paper = read("1.甲（ ）\nA.一 B.二\n谁挂牌（ ）\nA.一 B.二\n2.乙（ ）\nA.一 B.二\n答案：1.B 2.A\n");
        assertThat(said(paper)).containsExactly("二", "一");
        assertThat(paper.codes()).containsExactly("exchange.problem.paper-no-answer");
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

    @Test
    void materialThatNoQuestionTakesIsNotLost() {
        Collected paper = read("根据以下材料，回答11-12题。\n仓库里存放油漆。\n一、单选题\n1.甲（ ）\nA.一 B.二\n答案：A\n");
        assertThat(paper.questions()).hasSize(2);
        assertThat(paper.questions().getFirst().source()).contains("仓库里存放油漆。");
    }

    /** Lines that nobody wrote take no time that grows with the square or the cube of their length, and no stack. */
    @Test
    @Timeout(60)
    void linesThatNobodyWroteAreReadInTime() {
        for (String piece : List.of(" ", "√", "A", "1.A ", "【答案】", "字" + " ".repeat(50))) {
            String line = piece.repeat(19_000 / piece.length());
            Collected paper = read("一、判断题\n1、甲" + line + "乙\nA、" + line + "\n答案：" + line + "\n参考答案\n1、" + line + "\n");
            assertThat(paper.questions()).isNotEmpty();
        }
    }

    /** Wherever spaces and other signs without end stand: behind a word, before one, and between marks. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void wordsWithSignsWithoutEndBehindThemAreReadInTime() {
        for (String piece : List.of(" ", "\u3000", "<u> </u>", ">", "得分 ", "、")) {
            String line = piece.repeat(19_000 / piece.length());
            StringBuilder text = new StringBuilder("一、判断题\n1、甲\n2、乙\n");
            for (String word : List.of("", "答案", "答案：A", "the answer", "得分 ")) {
                text.append(word).append(line).append("x\n");
            }
            text.append("3、丙\nA、一\nB、二\n答案：A. ").append(line).append("x\n");
            assertThat(read(text.toString()).questions()).isNotEmpty();
        }
    }

    @Test
    void lettersInBracketsNameThingsWithinATextAndAnswerAtItsEdges() {
        Collected paper = read("""
                一、判断题
                （√）1、中性线（N）应采用淡蓝色。
                2、星形（Y）接法没有中性点。
                答案：×
                3、拉力（F）的单位是牛。
                答案：√
                4、铜能导电（Y）。
                5、木能导电。（N）（2分）
                6、（T）铝能导电。
                （×）7、铁不能导电。（√）
                二、简答题
                1、什么是星形（Y）？
                答案：三相的末端连在一起。
                三、单选题
                1、图中【B】所指的是（ ）
                A、灯 B、闸
                答案：B
                2、图中【A】所指部位是
                A、灯 B、闸
                答案：A
                3、能断开电路的是【B】
                A、灯 B、闸
                """);
        assertThat(said(paper))
                .containsExactly(
                        "true", "false", "true", "true", "false", "true", "false", "三相的末端连在一起。", "闸", "灯", "闸");
        assertThat(paper.contents())
                .extracting(ItemContent::stem)
                .startsWith("中性线（N）应采用淡蓝色。", "星形（Y）接法没有中性点。", "拉力（F）的单位是牛。")
                .contains("什么是星形（Y）？", "图中【B】所指的是（ ）", "图中【A】所指部位是");
        assertThat(paper.codes()).containsExactly("exchange.remark.key-differs");
    }

    @Test
    void aSharedStemThatNamesItsQuestionsStandsBeforeNoOther() {
        for (String heading : List.of("共用题干（1-2题）", "（共用题干，1～2题）", "【共用题干】第1至2题：")) {
            Collected paper = read(
                    heading + "某车间起火。\n1.先（ ）\nA.断电 B.浇水\n2.再（ ）\nA.灭火 B.离开\n3.电流的单位（ ）\nA.安 B.伏\n答案：1.A 2.A 3.A\n");
            assertThat(paper.contents())
                    .extracting(ItemContent::stem)
                    .containsExactly("某车间起火。\\\n先（ ）", "某车间起火。\\\n再（ ）", "电流的单位（ ）");
        }
        assertThat(read("共用题干：患儿1～3岁起发热。\n1.先（ ）\nA.降温 B.等\n答案：A\n").only().stem())
                .isEqualTo("患儿1～3岁起发热。\\\n先（ ）");
    }

    @Test
    void aLongKeyWithoutSpacesIsCutBetweenAnswers() {
        StringBuilder questions = new StringBuilder();
        StringBuilder key = new StringBuilder();
        for (int i = 1; i <= 900; i++) {
            questions.append(i).append("、甲（ ）\nA、一 B、二\n");
            key.append(i).append(i % 2 == 0 ? ".A；" : ".B；");
        }
        Collected paper = read(questions + "参考答案\n" + key + "\n");
        assertThat(paper.codes()).isEmpty();
        assertThat(said(paper)).startsWith("二", "一").endsWith("二", "一").hasSize(900);
    }

    private static Collected read(String text) {
        return Collected.of(new TextReader(), "paper.txt", text);
    }

    private static List<String> said(Collected paper) {
        return paper.contents().stream().map(PapersOfPeopleTest::said).toList();
    }

    private static String said(ItemContent content) {
        return switch (content.interaction()) {
            case Interaction.TrueFalse truth -> String.valueOf(truth.key());
            case Interaction.SingleChoice choice -> keys(choice.options());
            case Interaction.MultipleChoice choice -> keys(choice.options());
            case Interaction.FillIn fill ->
                fill.blanks().stream()
                        .map(blank -> ((Blank.Words) blank).accepted().getFirst())
                        .collect(Collectors.joining("|"));
            case Interaction.ShortAnswer written -> written.rubric().sample();
            case Interaction.Essay written -> written.rubric().sample();
            default -> throw new AssertionError(content);
        };
    }

    private static String keys(List<Option> options) {
        return options.stream().filter(Option::correct).map(Option::text).collect(Collectors.joining("|"));
    }
}

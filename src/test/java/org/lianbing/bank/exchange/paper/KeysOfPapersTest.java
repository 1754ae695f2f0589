package org.lianbing.bank.exchange.paper;

import org.junit.jupiter.api.Test;

import org.lianbing.bank.ItemContent;
import org.lianbing.bank.exchange.format.Collected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianbing.bank.exchange.paper.Papers.read;
import static org.lianbing.bank.exchange.paper.Papers.said;

/** Keys of papers as they are spelled at many places, in questions of our own. */
class KeysOfPapersTest {

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
    void aRowOfNumbersAboveARowOfAnswersIsAKey() {
        Collected paper = read("1.甲（ ）\nA.一 B.二\n2.乙（ ）\nA.一 B.二\n3.丙（ ）\nA.一 B.二\n答案：\n1 2 3\nA B A\n");
        assertThat(said(paper)).containsExactly("一", "二", "一");
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
    void aKeyOfNumbersMeansNoQuestionWithoutOne() {
        Collected paper = read("1.甲（ ）\nA.一 B.二\n谁挂牌（ ）\nA.一 B.二\n2.乙（ ）\nA.一 B.二\n答案：1.B 2.A\n");
        assertThat(said(paper)).containsExactly("二", "一");
        assertThat(paper.codes()).containsExactly("exchange.problem.paper-no-answer");
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
}

package org.lianbing.bank.exchange.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Option;
import org.lianbing.bank.exchange.format.Collected;
import org.lianbing.bank.exchange.format.Question;
import org.lianbing.bank.exchange.format.Upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianbing.bank.exchange.paper.Papers.read;
import static org.lianbing.bank.exchange.paper.Papers.said;

class PapersTest {

    @Test
    void aPaperWithAnswersInBracketsBelowAndAtTheEndIsReadWhole() {
        Collected paper = read("""
                电工高级工理论试卷

                一、单项选择题（每题1分，共4分）
                1. 三相异步电动机的旋转方向由（ ）决定。
                A.电源电压 B.电源相序 C.电源频率 D.负载大小
                2．下列属于辅助安全用具的是(    )
                A、绝缘棒
                B、验电器
                C、绝缘手套
                D、绝缘夹钳
                3、1kW·h 等于（C）J。
                A. 3.6  B. 36   C. 3.6×10^6    D. 3600
                4.10kV 线路停电检修时先做什么（　　）
                A 验电    B 停电    C 挂牌
                二、多项选择题
                1、触电急救的正确做法有（ABD）
                A、切断电源B、保持呼吸畅通
                C、立即喂水
                D、心肺复苏；
                三、判断题
                1．（√）熔断器应串联在电路中。
                2．验电时可以戴线手套。（×）
                3、安全电压是 36V。    （ ）
                四、填空题
                1. 我国交流电的频率是____Hz，周期是____s。
                答案：50；0.02
                2. 三视图包括主视图、（  ）和（ ）。 答案：俯视图、左视图
                五、简答题
                1、简述停电检修的步骤。
                答：1、停电；
                2、验电；
                3、装设接地线。
                2、什么是接地？
                答案：将设备外壳与大地相连。
                六、计算题
                1. 10Ω 电阻通过 2A 电流，电压是多少？
                答案：20V
                参考答案
                一、单项选择题
                1-2 BC  4.B
                三、判断题
                3.√
                """);
        assertThat(paper.codes()).isEmpty();
        assertThat(said(paper))
                .containsExactly(
                        "电源相序",
                        "绝缘手套",
                        "3.6×10^6",
                        "停电",
                        "切断电源|保持呼吸畅通|心肺复苏",
                        "true",
                        "false",
                        "true",
                        "50|0.02",
                        "俯视图|左视图",
                        "1、停电；\\\n2、验电；\\\n3、装设接地线。",
                        "将设备外壳与大地相连。",
                        "20 V");
        assertThat(paper.contents().get(5).stem()).isEqualTo("熔断器应串联在电路中。");
        assertThat(paper.contents().get(8).stem()).isEqualTo("我国交流电的频率是 ____ Hz，周期是 ____ s。");
    }

    @Test
    void labelsBelowAQuestionAreTakenAndTheSourceIsKept() {
        Collected paper = read("""
                12、哪一项是短路保护电器？
                A. 熔断器
                B. 按钮
                【答案】A
                【解析】熔体在过电流时
                先断。
                【难度】难
                知识点：低压电器
                出处：工人技术教材
                """);
        Question question = paper.questions().getFirst();
        assertThat(paper.only().explanation()).isEqualTo("熔体在过电流时\\\n先断。");
        assertThat(paper.only().difficulty()).isGreaterThan(3);
        assertThat(question.labels().points()).isEqualTo("低压电器");
        assertThat(question.labels().source()).isEqualTo("工人技术教材");
        assertThat(question.place()).startsWith("#12");
        assertThat(question.source()).startsWith("12、哪一项").endsWith("出处：工人技术教材");
    }

    @Test
    void truthInWordsAndAnOptionWithATickAreUnderstood() {
        Collected paper = read("""
                1、地球是圆的。（）
                正确
                错误
                参考答案:正确
                答案说明:常识。
                2、哪个是奇数？
                A. 2
                B. 3√
                C. 4
                """);
        assertThat(said(paper)).containsExactly("true", "3");
        assertThat(paper.contents().getFirst().stem()).isEqualTo("地球是圆的。");
        assertThat(paper.codes()).containsExactly("exchange.remark.key-by-tick");
    }

    @Test
    void aQuestionWithoutAnAnswerIsNamedAndNotDropped() {
        Collected paper = read("1、甲乙丙哪一个对？\nA. 甲\nB. 乙\n2、一加一等于几？\nA. 2\nB. 3\n答案：A\n");
        assertThat(paper.questions()).hasSize(2);
        assertThat(paper.codes()).containsExactly("exchange.problem.paper-no-answer");
        assertThat(paper.questions().getFirst().source()).isEqualTo("1、甲乙丙哪一个对？\nA. 甲\nB. 乙");
    }

    @Test
    void bracketsBeforeTheNumberAndNumbersWithoutASignBeginQuestions() {
        Collected paper = read("""
                一、单项选择题
                1、额定容量的单位是（ A ）。
                A、kV·A\tB、kW
                2 电力变压器铭牌上标的是 （ B ）。
                A、电压\tB、容量
                3个表计中哪一个要并联？（  ）
                A、电流表  B、电压表
                （ A ）4、下列能并联的是
                A、电压表  B、电流表
                二、判断题
                （ √ ）5、测量绝缘电阻前必须切断电源。
                6、中性线上可以装设熔断器。(错)
                (    ) 7、晶闸管导通后，门极就失去控制作用。
                三、计算题
                8、额定功率为 10kW，求额定电流。
                解：I=P/(√3·U)=19.86（A）
                参考答案
                一、3、B
                二、7、√
                """);
        assertThat(said(paper))
                .containsExactly("kV·A", "容量", "电压表", "电压表", "true", "false", "true", "I=P/(√3·U)=19.86（A）");
        assertThat(paper.contents()).extracting(ItemContent::stem).contains("测量绝缘电阻前必须切断电源。", "晶闸管导通后，门极就失去控制作用。");
        assertThat(paper.codes()).isEmpty();
    }

    @Test
    void headingsWithoutNumbersAndKeysWithoutSignsAreTold() {
        Collected paper = read("""
                2026 年电工试题
                单项选择题(每题2分,共2题)
                1.下列哪种导电?
                A.橡胶
                B.铜
                2.安全电压是( )
                A 220V
                B 36V
                多项选择题(每题2分,共1题)
                1.工具有?
                A.钳子
                B.扳手
                C.万用表
                第二章绪论判断题(选对或错)
                1.电流越大,伤害越严重。()
                2.直流电的方向随时间变化。()
                案例分析题
                某厂电工检修时没有挂牌,造成触电。请问:
                1.原因是什么?
                2.怎样防范?
                答案
                单选题：1B2B
                多选题：1ABC
                判断题：
                题号 1 2
                答案 √ ×
                四、案例分析题
                1.没有停电挂牌。
                2.加强培训。
                """);
        assertThat(said(paper)).containsExactly("铜", "36V", "钳子|扳手|万用表", "true", "false", "没有停电挂牌。", "加强培训。");
        assertThat(paper.contents().getLast().stem()).isEqualTo("某厂电工检修时没有挂牌,造成触电。请问:\\\n怎样防范?");
        assertThat(paper.codes()).isEmpty();
    }

    @Test
    void keysBehindTheStemAndBehindAnOptionAreTakenOut() {
        Collected paper = read("""
                1. 负责人负领导责任。() (分值：2分) [单选题] *
                A、正确
                B、错误(正确答案)
                2. 树牢()理念。 [单选题] *
                安全发展(正确答案)
                安全第一
                科学发展
                3. 复审时间为()年。C
                A、400B、380C、250
                4. (A)主要起冷却作用。
                A、水溶液
                B、切削油
                5. 方针是()。A.预防为主
                B.综合治理
                答案:B。解析:见第三条。
                """);
        assertThat(paper.contents())
                .extracting(ItemContent::stem)
                .containsExactly("负责人负领导责任。", "树牢()理念。", "复审时间为()年。", "（　）主要起冷却作用。", "方针是()。");
        assertThat(said(paper)).containsExactly("false", "安全发展", "250", "水溶液", "综合治理");
        assertThat(paper.contents().getLast().explanation()).isEqualTo("见第三条。");
        assertThat(paper.codes()).containsExactly("exchange.remark.key-behind");
    }

    @Test
    void aTitleAHeadingAndAllQuestionsMayStandInOneLine() {
        Collected paper = read(
                "2025年知识竞赛题库(附答案)一、单选题(每题1分。选一个)1.2025年主题是()。A.落实责任B.畅通通道C.消除隐患【答案】B2.首要职责是()。A.制定规程B.建立机制【答案】A\n");
        assertThat(paper.contents()).extracting(ItemContent::stem).containsExactly("2025年主题是()。", "首要职责是()。");
        assertThat(said(paper)).containsExactly("畅通通道", "制定规程");
    }

    @Test
    void anAnswerInSentencesMayStandInTheLineOfItsPartOfTheKey() {
        Collected paper = read("""
                一、单选题
                1、甲（ ）
                A、一 B、二
                二、填空题
                2、二次侧不允许_______，或者_______。
                三、简答题
                3、简述触电急救的原则。
                参考答案及评分标准
                一、单选题 1、B
                二、填空题 2、开路；短路
                三、3、答：（1）迅速脱离电源；（2）就地急救。
                """);
        assertThat(said(paper)).containsExactly("二", "开路|短路", "（1）迅速脱离电源；（2）就地急救。");
    }

    @Test
    void anAnswerInBracketsIsTakenOutThoughTheKeySaysItAgain() {
        Collected paper = read("""
                一、单选题
                1、甲是（ A ）。
                A、一 B、二
                2、乙是（B）。
                A、一 B、二
                3、电流（A）的单位是（ ）。
                A、安 B、伏
                答案：1-3 AAA
                """);
        assertThat(paper.contents()).extracting(ItemContent::stem).containsExactly("甲是（　）。", "乙是（　）。", "电流（A）的单位是（ ）。");
        assertThat(said(paper)).containsExactly("一", "一", "安");
        assertThat(paper.codes()).containsExactly("exchange.remark.key-differs");
    }

    @Test
    void whatCouldBeReadOfAQuestionIsKeptWhereItsKeyNamesNoOption() {
        Collected paper = read("1、甲乙丙哪一个对？\nA. 甲\nB. 乙\nC. 丙\n答案：E\n");
        assertThat(paper.codes()).containsExactly("exchange.problem.paper-letter");
        Question.Unread unread = (Question.Unread) paper.questions().getFirst();
        assertThat(unread.reason().arguments()).containsExactly("E", "C");
        assertThat(Objects.requireNonNull(unread.begun()).interaction())
                .isEqualTo(new Interaction.SingleChoice(List.of(
                        new Option("甲", false, null), new Option("乙", false, null), new Option("丙", false, null))));
    }

    @Test
    void questionsThatRunOnInOneLineAreReadApart() {
        Collected paper = read("""
                1、旋转方向由什么决定？ A、电源电压 B、电源相序 C、频率 答案：B 解析：对调两根电源线，磁场反向。 2．验电前应先试验验电器。（√） 3. 额定值有哪些？ A 42V B 36V C 220V 答案：AB
                4、检修时先做什么？ A、停电 B、验电 答案：A 解析：1、先停电；2、再验电；5、最后挂牌。
                """);
        assertThat(paper.contents())
                .extracting(ItemContent::stem)
                .containsExactly("旋转方向由什么决定？", "验电前应先试验验电器。", "额定值有哪些？", "检修时先做什么？");
        assertThat(paper.contents().getFirst().explanation()).isEqualTo("对调两根电源线，磁场反向。");
        assertThat(paper.contents().getLast().explanation()).isEqualTo("1、先停电；2、再验电；5、最后挂牌。");
        assertThat(paper.codes()).isEmpty();
    }

    @Test
    void aWholeBankInOneLineIsReadToItsEnd() {
        String line = IntStream.rangeClosed(1, 2_000)
                .mapToObj(number -> number + "、第" + number + "步是什么？ A、停电 B、验电 答案：A 解析：先停电。 ")
                .collect(Collectors.joining());
        assertThat(line.length()).isGreaterThan(60_000);
        assertThat(read(line).contents())
                .hasSize(2_000)
                .last()
                .extracting(ItemContent::stem)
                .isEqualTo("第2000步是什么？");
    }

    @Test
    void aQuestionWithTwoAnswersIsAskedBack() {
        assertThat(read("1、先做什么？\nA、停电\nB、验电\n答案：A\n答案：B\n").codes()).containsExactly("exchange.remark.two-answers");
    }

    @Test
    void pointsNamedInAStemAreNoOptions() {
        Collected paper = read("1、图中A、B两点的电位哪个高？\nA、A点\nB、B点\nC、一样高\n答案：C\n");
        Interaction.SingleChoice choice =
                (Interaction.SingleChoice) paper.only().interaction();
        assertThat(choice.options()).extracting(Option::text).containsExactly("A点", "B点", "一样高");
    }

    @Test
    void textInChineseEncodingIsRead() {
        Collected paper = Collected.of(
                new TextReader(), "paste.txt", "1、熔断器串联在电路中。（√）".getBytes(java.nio.charset.Charset.forName("GBK")));
        assertThat(paper.only().stem()).isEqualTo("熔断器串联在电路中。");
    }

    @Test
    void aKeyAtTheEndSaysReasonsAndAnswersInSentences() {
        Collected paper = read("""
                一、单项选择题
                1. 甲是什么（ ）
                A. 一 B. 二 C. 三
                2. 乙是什么（ ）
                A. 一 B. 二 C. 三
                3. 丙是什么（ ）
                A. 一 B. 二 C. 三
                二、判断题
                4. 地球是方的。（ ）
                三、简答题
                5. 简述停电检修的步骤。
                6. 什么是接地？

                电工试卷参考答案及解析
                一、单项选择题
                1.【答案】A
                【解析】甲就是一，
                不是二。
                2.【答案】C 【解析】乙就是三，见第 3 题 A 项。
                3. B。因为丙在中间。
                二、判断题：4.×
                三、简答题
                5. （1）停电；
                （2）验电；
                （3）挂牌。
                6. 与大地相连。
                """);
        assertThat(paper.codes()).isEmpty();
        assertThat(said(paper)).containsExactly("一", "三", "二", "false", "（1）停电；\\\n（2）验电；\\\n（3）挂牌。", "与大地相连。");
        assertThat(paper.contents())
                .extracting(ItemContent::explanation)
                .startsWith("甲就是一，\\\n不是二。", "乙就是三，见第 3 题 A 项。", "因为丙在中间。");
    }

    /** Each chapter of a bank has its own numbers, and often its own key. */
    @Test
    void behindTheKeyOfAChapterTheNextOneIsRead() {
        Collected paper = read("""
                第一章 安全
                一、单选题
                1. 甲（ ）
                A. 一 B. 二
                2. 乙（ ）
                A. 一 B. 二
                参考答案
                1-2 AB
                第二章 电器
                一、单选题
                1. 丙（ ）
                A. 一 B. 二
                2. 丁（ ）
                A. 一 B. 二
                二、判断题
                1. 戊。（ ）
                答案
                1-2 BA
                1.√
                """);
        assertThat(paper.codes()).isEmpty();
        assertThat(said(paper)).containsExactly("一", "二", "二", "一", "true");
        assertThat(paper.contents().get(3).stem()).isEqualTo("丁（ ）");
    }

    @Test
    void questionsThatNobodyNumberedAreReadAndTitlesAreNot() {
        Collected paper = read("""
                安全知识题库
                答题前请看清楚。

                一、单选题
                下列哪种灭火器适合扑救电气火灾？
                A. 水
                B. 二氧化碳
                答案：B
                电流的单位是（ ）。
                A.伏特 B.安培
                答案：B
                解析：因为
                是安培。

                电压的单位是（ ）。
                A.伏特 B.安培
                答案：A
                二、判断题
                安全帽可以当凳子坐。（×）
                高处作业必须系安全带。（√）
                """);
        assertThat(paper.codes()).isEmpty();
        assertThat(paper.contents())
                .extracting(ItemContent::stem)
                .containsExactly("下列哪种灭火器适合扑救电气火灾？", "电流的单位是（ ）。", "电压的单位是（ ）。", "安全帽可以当凳子坐。", "高处作业必须系安全带。");
        assertThat(said(paper)).containsExactly("二氧化碳", "安培", "伏特", "false", "true");
    }

    @Test
    void typesAtSingleQuestionsMarkdownAndAnswersWithoutAColonAreUnderstood() {
        Collected paper = read("""
                ## 练习
                ### 1. 哪个对?
                A. 甲
                B. 乙
                **答案：** B
                ---
                [单选题]2.哪个错?
                A.甲
                B.乙
                正确答案:A
                3、[判断题]水是湿的。 【答案】√
                4. 高处作业必须系安全带。答案:√
                (多选)5、哪些对？ A、甲 B、乙 C、丙 【答案】AC
                """);
        assertThat(paper.codes()).isEmpty();
        assertThat(said(paper)).containsExactly("乙", "甲", "true", "true", "甲|丙");
        assertThat(paper.contents().get(2).stem()).isEqualTo("水是湿的。");
    }

    @Test
    void wordsInBracketsAreTheAnswersOfAFillInAndAreAskedBack() {
        Collected paper = read("一、填空题\n1.安全生产方针是（安全第一）、（预防为主）。\n");
        assertThat(paper.only().stem()).isEqualTo("安全生产方针是 ____ 、 ____ 。");
        assertThat(said(paper.only())).isEqualTo("安全第一|预防为主");
        assertThat(paper.codes()).containsExactly("exchange.remark.key-in-brackets");
    }

    @Test
    void theAnswersMayStandInASecondFile(@TempDir Path folder) throws IOException {
        Path questions = Files.writeString(
                folder.resolve("q.txt"), "一、单选题\n1. 甲（ ）\nA. 一 B. 二\n2. 乙（ ）\nA. 一 B. 二\n二、判断题\n1. 丙。（ ）\n");
        Path answers = Files.writeString(folder.resolve("答案.txt"), "一、单选题\n1-2 BA\n二、判断题\n1.√\n");
        List<Question> found = new ArrayList<>();
        new TextReader()
                .read(
                        new Upload("q.txt", questions, List.of(new Upload("答案.txt", answers))),
                        (name, bytes) -> name,
                        found::add);
        assertThat(found)
                .extracting(question -> said(((Question.Read) question).content()))
                .containsExactly("二", "一", "true");
    }
}

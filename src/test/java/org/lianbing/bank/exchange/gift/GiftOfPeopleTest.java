package org.lianbing.bank.exchange.gift;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Option;
import org.lianbing.bank.PartialCredit;
import org.lianbing.bank.exchange.format.Collected;

import static org.assertj.core.api.Assertions.assertThat;

/** GIFT and Aiken as people write them by hand, a little beside the format. */
class GiftOfPeopleTest {

    @Test
    void questionsWithoutABlankLineBetweenThemAreSeveral() {
        Collected file = gift("""
                验电前要先停电 {T}
                安全帽可以不系带 {F}
                节假日是十一月第 {
                ~三
                =四
                } 个星期四""");
        assertThat(file.contents())
                .extracting(ItemContent::stem)
                .containsExactly("验电前要先停电", "安全帽可以不系带", "节假日是十一月第 ____ 个星期四");
    }

    @Test
    void chineseTruthWordsCommasAndAFormatBeforeTheTitleAreKnown() {
        Collected file = gift("""
                [html]::标题::<p>熔断器串联 <img src="@@PLUGINFILE@@/a.png"></p>{对}

                圆周率 {#3,14:0,01}

                人数 {#1,000}

                电阻 {#-0,125:0,005}

                三个 {~%33,33333%甲 ~%33,33333%乙 ~%33,33333%丙 ~%-100%丁}""");
        assertThat(file.contents().get(0).stem()).isEqualTo("熔断器串联");
        assertThat(file.contents().get(0).interaction()).isEqualTo(new Interaction.TrueFalse(true));
        assertThat(file.contents().get(1).interaction())
                .isEqualTo(new Interaction.Numeric(new BigDecimal("3.14"), new BigDecimal("0.01"), ""));
        assertThat(file.contents().get(2).interaction())
                .isEqualTo(new Interaction.Numeric(new BigDecimal("-0.125"), new BigDecimal("0.005"), ""));
        assertThat(((Interaction.MultipleChoice) file.contents().get(3).interaction()).options())
                .extracting(Option::correct)
                .containsExactly(true, true, true, false);
        assertThat(file.codes()).containsExactly("exchange.remark.picture-missing", "exchange.problem.gift-answers");
    }

    /** Their authors put HTML in as it is: its signs neither divide answers nor begin feedback. */
    @Test
    void signsWithinTagsAndEntitiesAreText() {
        Collected file = gift("""
                [html]<p style="color: red">先做什么？</p>{
                =<span class="ok">验电 &#8211; 接地</span>#见 <a href="x?a=b">图</a>
                ~<span style="color:#ff0000">U<R</span>
                }

                哪个是 <b> 标记？{=< ~> ~List<String>}""");
        assertThat(file.contents().getFirst().interaction())
                .isEqualTo(new Interaction.SingleChoice(
                        List.of(new Option("验电 – 接地", true, "见 图"), new Option("U\\<R", false, null))));
        assertThat(file.contents().getLast().stem()).isEqualTo("哪个是 \\<b\\> 标记？");
        assertThat(((Interaction.SingleChoice) file.contents().getLast().interaction()).options())
                .extracting(Option::text)
                .containsExactly("\\<", "\\>", "List\\<String\\>");
    }

    @Test
    void aBlankLineWithinABlockOfCodeEndsNothing() {
        Collected file = gift("""
                ::一::[markdown]看程序\\:
                ```c
                int a;

                // 循环
                for (;;) \\{ \\}
                ```
                {=死循环 ~不循环}

                二 {T}

                三\\:
                ``` 从不结束

                四 {F}

                五 {T}""");
        assertThat(file.contents())
                .extracting(ItemContent::stem)
                .containsExactly("看程序:\n```c\nint a;\n\n// 循环\nfor (;;) { }\n```", "二", "四", "五");
        assertThat(file.codes()).containsExactly("exchange.problem.description");
        assertThat(file.questions().getLast().place()).endsWith("line 17");
    }

    @Test
    void aFileMayBeginWithATag() {
        assertThat(gift("<b>题一</b><br>先做什么？{=验电 ~接地}").only().stem()).isEqualTo("**题一**\\\n先做什么？");
    }

    @Test
    void scoringThatIsNotOursIsSaid() {
        Collected file = gift("""
                一 {~%50%甲 ~%50%乙 ~%-50%丙}

                二 {~%50%甲 ~%50%乙 ~丙}

                三 {=接* =地}

                四 {#=2 =-2}

                // [id:a\\]b] [tag:c]
                五 {T}""");
        assertThat(file.contents().getFirst().credit()).isEqualTo(PartialCredit.NET_RIGHT);
        assertThat(file.contents().get(1).credit()).isNull();
        assertThat(file.codes())
                .containsExactly(
                        "exchange.remark.scoring-left-out",
                        "exchange.remark.wildcard",
                        "exchange.remark.one-of-several");
        assertThat(file.questions().getLast().labels().id()).isEqualTo("a]b");
    }

    /** None is swallowed, whatever is wrong with the one before it. */
    @Test
    void aBrokenQuestionTakesNoOtherWithIt() {
        Collected file = gift("""
                ::一:: 缺右括号 {=甲 ~乙

                ::二:: 正常？{=甲 ~乙}

                ::三:: 两处 {=甲} 和 {=乙}

                ::四:: 数字 {#abc}

                ::五:: 见 http://example.org/a//b？{=对的 ~错的}
                // 注释
                ::六:: 等号 {=a\\=b ~c}

                ::七:: 只有说明

                $CATEGORY: 甲/乙
                ::八:: 紧跟分类 {T}""");
        assertThat(file.contents())
                .extracting(ItemContent::stem)
                .containsExactly("正常？", "见 http://example.org/a//b？", "等号", "紧跟分类");
        assertThat(file.codes())
                .containsExactly(
                        "exchange.problem.gift-braces",
                        "exchange.problem.gift-braces",
                        "exchange.problem.gift-answers",
                        "exchange.problem.description");
        assertThat(file.questions().getLast().labels().path()).containsExactly("甲", "乙");
    }

    @Test
    void whatIsToldInSeveralLinesOfAikenIsNoStemOfTheNext() {
        Collected file = Collected.of(new AikenReader(), "q.txt", """
                一？
                (A) 甲
                (B) 乙
                ANSWER: (B)
                FEEDBACK: 因为
                还有一行

                二？
                A. 甲
                B. 乙
                ANSWER: B.
                Explanation: 因为
                三？
                A. 甲
                B. 乙
                ANSWER: A
                解析：末尾
                两行
                """);
        assertThat(file.contents()).extracting(ItemContent::stem).containsExactly("一？", "二？", "三？");
        assertThat(file.contents())
                .extracting(ItemContent::explanation)
                .containsExactly("因为\n\n还有一行", "因为", "末尾\n\n两行");
        assertThat(file.codes()).isEmpty();
    }

    @Test
    void aStemBetweenWhatIsToldAndABlankLineKeepsItsOptions() {
        Collected file = Collected.of(new AikenReader(), "q.txt", """
                一？
                A. 甲
                B. 乙
                ANSWER: A
                FEEDBACK: 因为
                二？

                A. 甲
                B. 乙
                ANSWER: B

                FEEDBACK: 也因为
                还有一行

                三？

                A. 甲
                B. 乙
                ANSWER: A
                解析：末尾

                两行之外
                """);
        assertThat(file.contents()).extracting(ItemContent::stem).containsExactly("一？", "二？", "三？");
        assertThat(file.contents()).extracting(ItemContent::explanation).containsExactly("因为", "也因为\n\n还有一行", "末尾");
        assertThat(file.codes()).containsExactly("exchange.problem.aiken");
    }

    @Test
    void answersWithAFullStopAreAikenToo() {
        assertThat(Collected.of(new AikenReader(), "q.txt", "一？\nA. 甲\nB. 乙\nANSWER: B.\n")
                        .contents())
                .hasSize(1);
    }

    @Test
    void veryManyAnswersOfAikenCostThatQuestionAlone() {
        Collected file = Collected.of(
                new AikenReader(),
                "q.txt",
                "一？\nA. 甲\nB. 乙\nANSWER: " + "A".repeat(40_000) + "\n\n二？\nA. 甲\nB. 乙\nANSWER: B\n");
        assertThat(file.contents()).extracting(ItemContent::stem).containsExactly("二？");
        assertThat(file.codes()).containsExactly("exchange.problem.aiken");
    }

    @Test
    void aBrokenQuestionOfAikenTakesNoOtherWithIt() {
        Collected file = Collected.of(new AikenReader(), "q.txt", """
                \ufeff多行题干
                第二行
                A) 甲
                B) 乙
                ANSWER: A

                没有答案？
                A. 甲
                B. 乙

                没有空行？
                a. 甲
                b. 乙
                Answer: b
                紧跟着的？
                A. 甲的第一行
                甲的第二行
                B. 乙
                ANSWER: A,B

                答案越界？
                A. 甲
                B. 乙
                ANSWER: E

                跳号？
                A. 甲
                C. 丙
                ANSWER: C
                """);
        assertThat(file.contents()).extracting(ItemContent::stem).containsExactly("多行题干\\\n第二行", "没有空行？", "紧跟着的？");
        assertThat(file.codes())
                .containsExactly("exchange.problem.aiken", "exchange.problem.aiken", "exchange.problem.aiken");
    }

    /** Options are shuffled here, so letters written before them would mislead. */
    @Test
    void lettersBeforeTheOptionsGo() {
        Collected file = gift("""
                保护电器是 {
                =A. 熔断器
                ~B. 按钮
                }

                哪个好 {
                =A.C. 电机
                ~B. 电池
                }""");
        assertThat(((Interaction.SingleChoice) file.contents().get(0).interaction()).options())
                .extracting(Option::text)
                .containsExactly("熔断器", "按钮");
        assertThat(((Interaction.SingleChoice) file.contents().get(1).interaction()).options())
                .extracting(Option::text)
                .containsExactly("A.C. 电机", "B. 电池");
    }

    @Test
    void aikenOfPeopleKeepsWhatIsToldAndTakesOtherSigns() {
        Collected file = Collected.of(new AikenReader(), "q.txt", """
                1. 三相电动机是
                A.C. motor 吗
                a) 是
                b) 不是
                ANSWER: A
                解析：三相交流。

                2、全角的
                A．甲
                B、乙
                C）丙
                Answer：B、C
                """);
        assertThat(file.contents()).extracting(ItemContent::stem).containsExactly("三相电动机是\\\nA.C. motor 吗", "全角的");
        assertThat(file.contents()).extracting(ItemContent::explanation).containsExactly("三相交流。", "");
        assertThat(((Interaction.MultipleChoice) file.contents().get(1).interaction()).options())
                .isEqualTo(List.of(
                        new Option("甲", false, null), new Option("乙", true, null), new Option("丙", true, null)));
        assertThat(file.questions().getFirst().source()).endsWith("解析：三相交流。");
    }

    private static Collected gift(String text) {
        return Collected.of(new GiftReader(), "q.gift", text);
    }
}

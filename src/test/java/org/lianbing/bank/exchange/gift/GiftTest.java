package org.lianbing.bank.exchange.gift;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.lianbing.bank.Blank;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Option;
import org.lianbing.bank.Pair;
import org.lianbing.bank.exchange.format.Collected;
import org.lianbing.bank.exchange.format.Question;

import static org.assertj.core.api.Assertions.assertThat;

class GiftTest {

    @Test
    void escapedSignsAreTextAndCommentsCarryTagsAndIds() {
        Collected file = gift("""
                $CATEGORY: $course$/top/电工/高级工
                // [id:e-1] [tag:安全]
                ::名\\:称::花括号 \\{ 和 \\= 怎样写？{ =用 \\\\ 转义#对 ~不写 }
                """);
        Question question = file.questions().getFirst();
        assertThat(file.only().stem()).isEqualTo("花括号 { 和 = 怎样写？");
        assertThat(((Interaction.SingleChoice) file.only().interaction()).options())
                .containsExactly(new Option("用 \\\\ 转义", true, "对"), new Option("不写", false, null));
        assertThat(question.labels().path()).containsExactly("电工", "高级工");
        assertThat(question.labels().id()).isEqualTo("e-1");
        assertThat(question.labels().tags()).containsExactly("安全");
    }

    /** One question each, so that a forgotten brace does not swallow the rest of the file. */
    @Test
    void aForgottenBraceCostsOneQuestion() {
        Collected file = gift("""
                ::甲:: 没有收尾 {=对 ~错

                ::乙:: 后面的好好的 {T}

                又忘了一个 {=一 ~二

                题干有
                两行 {=三 ~四}

                ::丙:: 挨着写 {T}
                ::丁:: 也算两题 {F}
                """);
        assertThat(file.questions()).hasSize(6);
        assertThat(file.contents()).extracting(ItemContent::stem).containsExactly("后面的好好的", "题干有\\\n两行", "挨着写", "也算两题");
        assertThat(file.codes()).containsExactly("exchange.problem.gift-braces", "exchange.problem.gift-braces");
    }

    /** Each of its lines was once reason to look at all of those before it. */
    @Test
    @Timeout(5)
    void aQuestionOfVeryManyLinesIsReadSoon() {
        Collected file = gift("::甲:: 很长\n" + "{x} {T} {F} {}\n".repeat(60_000) + "\n::乙:: 后面的好好的 {T}\n");
        assertThat(file.contents()).extracting(ItemContent::stem).containsExactly("后面的好好的");
    }

    @Test
    void bracesOfAFormulaAreNoAnswers() {
        Collected file = gift("""
                公式 $x_{i}=1$ 成立。{T}

                下面哪个等于 $\\frac{1}{2}$？{=$\\frac{2}{4}$ ~$\\frac{1}{4}$}

                电压 \\(U \\neq 0\\) 时 {F}
                """);
        assertThat(file.contents())
                .extracting(ItemContent::stem)
                .containsExactly("公式 $x_{i}=1$ 成立。", "下面哪个等于 $\\frac{1}{2}$？", "电压 $U \\neq 0$ 时");
        assertThat(((Interaction.SingleChoice) file.contents().get(1).interaction()).options())
                .containsExactly(new Option("$\\frac{2}{4}$", true, null), new Option("$\\frac{1}{4}$", false, null));
    }

    @Test
    void whatStandsBehindTheAnswersIsTextOnlyWhereItHasWords() {
        Collected file = gift("""
                二加二等于 {=4 =四}。

                熔断器 {=串联 ~并联} 在电路中。

                取 1 到 5 之间的数 {#3:2~#不对}";
                """);
        assertThat(file.contents())
                .extracting(ItemContent::stem)
                .containsExactly("二加二等于", "熔断器 ____ 在电路中。", "取 1 到 5 之间的数");
        assertThat(file.contents().get(2).explanation()).isEqualTo("不对");
    }

    @Test
    void twoEqualSignsInAChoiceAreAskedBackAndHalfThePairsAreNamed() {
        Collected file = gift("""
                哪个对？{=甲 =乙 ~丙}

                连线 {=甲 -> 一 =乙}
                """);
        assertThat(file.codes()).containsExactly("exchange.remark.any-of-several", "exchange.problem.gift-answers");
    }

    @ParameterizedTest
    @CsvSource({
        "{#3.141..3.142}, 3.1415, 0.0005",
        "{#1..5}, 3, 2",
        "{#-5..5}, 0, 5",
        "{#1822:2}, 1822, 2",
        "{#=3.0:0.1 =%50%4}, 3.0, 0.1",
        "{#50}, 50, 0"
    })
    void numbersAreRead(String answers, String key, String tolerance) {
        Interaction.Numeric number =
                (Interaction.Numeric) gift("多少？ " + answers + "\n").only().interaction();
        assertThat(number.key()).isEqualByComparingTo(key);
        assertThat(number.tolerance()).isEqualByComparingTo(new BigDecimal(tolerance));
    }

    @Test
    void truthWordsPairsAndEssaysAreRead() {
        Collected file = gift("""
                熔断器串联在电路中。{T#不对#对了}

                频率是 {=50 =五十 =%50%49} 赫兹。

                连一连。{ =KM -> 接触器 =FU -> 熔断器 = -> 按钮 }

                论述接地的作用。{}

                只是说明。
                """);
        assertThat(file.contents().get(0).interaction()).isEqualTo(new Interaction.TrueFalse(true));
        assertThat(file.contents().get(1).stem()).isEqualTo("频率是 ____ 赫兹。");
        assertThat(((Interaction.FillIn) file.contents().get(1).interaction()).blanks())
                .containsExactly(new Blank.Words(java.util.List.of("50", "五十"), false));
        assertThat(file.contents().get(2).interaction())
                .isEqualTo(new Interaction.Matching(
                        java.util.List.of(new Pair("KM", "接触器"), new Pair("FU", "熔断器")), java.util.List.of("按钮")));
        assertThat(file.contents().get(3).interaction()).isInstanceOf(Interaction.Essay.class);
        assertThat(file.questions()).hasSize(5);
        assertThat(file.codes()).containsExactly("exchange.remark.partial-answer", "exchange.problem.description");
    }

    @Test
    void severalWeightedOptionsMakeAMultipleChoice() {
        Interaction.MultipleChoice choice = (Interaction.MultipleChoice)
                gift("选。{ ~%50%甲 ~%50%乙 ~%-100%丙 }\n").only().interaction();
        assertThat(choice.options()).extracting(Option::correct).containsExactly(true, true, false);
    }

    @Test
    void aBraceThatIsNotClosedIsNamed() {
        assertThat(gift("::x:: 题 {=一 ~二\n").codes()).containsExactly("exchange.problem.gift-braces");
    }

    @Test
    void aikenIsReadAndWhatDoesNotFitIsNamed() {
        Collected file = Collected.of(new AikenReader(), "q.txt", """
                哪个是短路保护电器？
                A. 按钮
                B) 熔断器
                ANSWER: B

                没有这个选项
                A. 一
                B. 二
                ANSWER: D

                没有写答案
                A. 一
                B. 二

                答案写了字
                A. 一
                B. 二
                ANSWER: 一

                挨着写，选几个？
                A)一
                B)二

                C)三
                ANSWER: A, C
                """);
        assertThat(file.contents()).hasSize(2);
        assertThat(((Interaction.MultipleChoice) file.contents().getLast().interaction()).options())
                .extracting(Option::correct)
                .containsExactly(true, false, true);
        assertThat(((Interaction.SingleChoice) file.contents().getFirst().interaction()).options())
                .containsExactly(new Option("按钮", false, null), new Option("熔断器", true, null));
        assertThat(file.codes())
                .containsExactly("exchange.problem.aiken", "exchange.problem.aiken", "exchange.problem.aiken");
    }

    private static Collected gift(String text) {
        return Collected.of(new GiftReader(), "q.gift", text);
    }
}

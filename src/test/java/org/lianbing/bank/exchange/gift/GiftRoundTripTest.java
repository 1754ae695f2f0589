package org.lianbing.bank.exchange.gift;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.lianbing.bank.Blank;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Option;
import org.lianbing.bank.Pair;
import org.lianbing.bank.PartialCredit;
import org.lianbing.bank.content.AnyContent;
import org.lianbing.bank.content.EveryType;
import org.lianbing.bank.exchange.format.Collected;
import org.lianbing.bank.exchange.format.Loss;
import org.lianbing.bank.exchange.format.OneItem;
import org.lianbing.bank.exchange.wide.WideTesting;

import static org.assertj.core.api.Assertions.assertThat;

class GiftRoundTripTest {

    private static final Set<ItemType> CARRIED =
            Set.of(ItemType.TRUE_FALSE, ItemType.SINGLE_CHOICE, ItemType.MULTIPLE_CHOICE, ItemType.MATCHING);

    @Test
    void whatGiftCanSayComesBackEqualAndTheRestIsNamed() {
        List<ItemContent> all = EveryType.contents().toList();
        String file = new String(
                new OneItem(all, Map.of()).written(new GiftWriter(WideTesting.words())), StandardCharsets.UTF_8);
        List<ItemContent> carried = all.stream()
                .filter(content -> CARRIED.contains(content.interaction().type()))
                .map(GiftRoundTripTest::carried)
                .toList();
        assertThat(Collected.of(new GiftReader(), "q.gift", file).contents()).isEqualTo(carried);
        assertThat(file).contains("// ordering: not in GIFT", "// practical: not in GIFT");
    }

    /** GIFT knows no difficulty, and of the rules of partial credit what a wrong pick takes off. */
    private static ItemContent carried(ItemContent content) {
        boolean net = content.interaction() instanceof Interaction.MultipleChoice
                && content.credit() == PartialCredit.NET_RIGHT;
        return new ItemContent(
                content.stem(), content.interaction(), content.explanation(), 3, net ? PartialCredit.NET_RIGHT : null);
    }

    @Test
    void anyContentComesBackEqualOrIsNamed() {
        List<ItemContent> any = AnyContent.whole(new Random(51), 400);
        int carried = 0;
        for (ItemContent content : any) {
            String file = new String(
                    new OneItem(List.of(content), Map.of()).written(new GiftWriter(WideTesting.words())),
                    StandardCharsets.UTF_8);
            if (file.contains(": not in GIFT")) {
                assertThat(new GiftWriter(WideTesting.words()).loss(content)).isEqualTo(Loss.ALL);
                continue;
            }
            carried++;
            assertThat(Collected.of(new GiftReader(), "q.gift", file).contents())
                    .as(file)
                    .containsExactly(carried(content));
        }
        assertThat(carried).isGreaterThan(100);
    }

    @Test
    void hardTextsComeBackEqual() {
        ItemContent hard = new ItemContent(
                "集合 {a:b} ~ = # \\ ____ 与 $\\frac{U}{R}$\n\n- 一\n- 二",
                new Interaction.FillIn(List.of(new Blank.Words(List.of("a=b", "{c}", "#1"), false))),
                "见 \\name 与 C:\\new",
                3);
        byte[] file = new OneItem(List.of(hard), Map.of()).written(new GiftWriter(WideTesting.words()));
        // Moodle shows no formula between single dollar signs.
        assertThat(new String(file, StandardCharsets.UTF_8))
                .contains("\\\\\\\\(")
                .doesNotContain("$\\\\frac");
        assertThat(Collected.of(new GiftReader(), "q.gift", file).contents()).containsExactly(hard);
    }

    /** An asterisk is anything to Moodle, an arrow makes pairs, and a number between percent signs is a weight. */
    @Test
    void signsThatMoodleReadsOtherwiseStandForThemselves() {
        ItemContent words = new ItemContent(
                "2 的 3 倍？", new Interaction.FillIn(List.of(new Blank.Words(List.of("2*3", "%50%"), false))), "", 3);
        String file = written(words);
        assertThat(file).contains("=2\\\\*3", "=%100%%50%");
        assertThat(Collected.of(new GiftReader(), "q.gift", file).contents()).containsExactly(words);
        ItemContent choice = new ItemContent(
                "降多少？",
                new Interaction.SingleChoice(List.of(new Option("%5%的", true, null), new Option("%50%", false, null))),
                "",
                3);
        assertThat(written(choice)).contains("~%0%%50%");
        assertThat(Collected.of(new GiftReader(), "q.gift", written(choice)).contents())
                .containsExactly(choice);
        ItemContent arrow =
                new ItemContent("方向？", new Interaction.FillIn(List.of(new Blank.Words(List.of("A->B"), false))), "", 3);
        ItemContent pairs = new ItemContent(
                "连线。", new Interaction.Matching(List.of(new Pair("A->B", "进"), new Pair("B", "出")), List.of()), "", 3);
        assertThat(List.of(arrow, pairs)).allMatch(one -> new GiftWriter(WideTesting.words()).loss(one) == Loss.ALL);
    }

    @Test
    void whereTheRuleOfScoringIsLostTheFileSaysSo() {
        Interaction several = new Interaction.MultipleChoice(
                List.of(new Option("甲", true, null), new Option("乙", true, null), new Option("丙", false, null)));
        Interaction pairs = new Interaction.Matching(List.of(new Pair("一", "甲"), new Pair("二", "乙")), List.of());
        assertThat(written(new ItemContent("哪些？", several, "", 3, PartialCredit.ALL_OR_NOTHING)))
                .contains("// 那边判分不同：答对一部分得一部分分；这里全对才得分。\n::");
        assertThat(written(new ItemContent("连线。", pairs, "", 3, PartialCredit.NET_RIGHT)))
                .contains("// 那边判分不同：答对一部分得一部分分，答错不倒扣");
        assertThat(written(new ItemContent("哪些？", several, "", 3, PartialCredit.NET_RIGHT))
                        + written(new ItemContent("哪些？", several, "", 3))
                        + written(new ItemContent("连线。", pairs, "", 3)))
                .doesNotContain("判分");
    }

    @Test
    void aWrongPickTakesOffWhatTheRuleSays() {
        List<Option> options =
                List.of(new Option("甲", true, null), new Option("乙", true, null), new Option("丙", false, null));
        ItemContent net =
                new ItemContent("哪些？", new Interaction.MultipleChoice(options), "", 3, PartialCredit.NET_RIGHT);
        assertThat(written(net)).contains("~%-50%丙");
        assertThat(written(new ItemContent("哪些？", new Interaction.MultipleChoice(options), "", 3)))
                .contains("~%-100%丙");
    }

    private static String written(ItemContent content) {
        return new String(
                new OneItem(List.of(content), Map.of()).written(new GiftWriter(WideTesting.words())),
                StandardCharsets.UTF_8);
    }
}

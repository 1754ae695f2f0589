package org.lianbing.bank.content;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import org.lianbing.bank.Blank;
import org.lianbing.bank.CasePart;
import org.lianbing.bank.Criterion;
import org.lianbing.bank.Distractor;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Option;
import org.lianbing.bank.Pair;
import org.lianbing.bank.PartialCredit;
import org.lianbing.bank.Region;
import org.lianbing.bank.Rubric;
import org.lianbing.bank.Variable;

/** An item of every type, to be carried through formats and screens. */
public final class EveryType {

    private EveryType() {}

    /** One of each, in the order of the types, with every field in use; pictures are left out. */
    public static Stream<ItemContent> contents() {
        return Stream.of(
                item("三相异步电动机的转速总是低于同步转速。", new Interaction.TrueFalse(true)),
                item(
                        "熔断器在电路中起什么作用？",
                        new Interaction.SingleChoice(List.of(
                                new Option("短路保护", true, "电流过大时熔体先断。"),
                                new Option("欠压保护", false, null),
                                new Option("失压保护", false, "那是接触器的作用。")))),
                item(
                        "哪些属于安全用具？",
                        new Interaction.MultipleChoice(List.of(
                                new Option("绝缘手套", true, null),
                                new Option("验电器", true, null),
                                new Option("活动扳手", false, null))),
                        PartialCredit.NET_RIGHT),
                item(
                        "我国交流电的频率是 ____ Hz，人体安全电压不超过 ____ V，____ 色线是保护零线。",
                        new Interaction.FillIn(List.of(
                                new Blank.Value(new BigDecimal("50"), new BigDecimal("0")),
                                new Blank.Words(List.of("36", "三十六"), true),
                                new Blank.Pick(List.of("黄绿双", "蓝", "红"), 0)))),
                item(
                        "电阻 10 Ω 通过 0.2 A 的电流，电压是多少？",
                        new Interaction.Numeric(new BigDecimal("2.00"), new BigDecimal("0.01"), "V", 3)),
                item(
                        "电压 {{U}} V、电阻 {{R}} Ω，电流是多少？",
                        new Interaction.Calculated(
                                List.of(
                                        new Variable(
                                                "U", new BigDecimal("12"), new BigDecimal("36"), new BigDecimal("12")),
                                        new Variable(
                                                "R", new BigDecimal("3"), new BigDecimal("6"), new BigDecimal("1"))),
                                "U / R",
                                2,
                                new BigDecimal("0.01"),
                                "A",
                                List.of(new Distractor("U * R", "乘了电阻。"), new Distractor("R / U", null)),
                                4)),
                item(
                        "把图形符号与名称对应起来。",
                        new Interaction.Matching(
                                List.of(new Pair("KM", "接触器"), new Pair("FU", "熔断器"), new Pair("FR", "热继电器")),
                                List.of("时间继电器"))),
                item("停电检修的步骤是什么？", new Interaction.Ordering(List.of("停电", "验电", "装设接地线", "悬挂标示牌"))),
                item(
                        "在图上指出热继电器。",
                        new Interaction.Hotspot(
                                "![主电路图](media:" + "0".repeat(64) + ")",
                                400,
                                300,
                                List.of(
                                        new Region(new Region.Circle(100, 80, 20), "热继电器", true),
                                        new Region(new Region.Rectangle(200, 40, 60, 40), "接触器", false),
                                        new Region(
                                                new Region.Polygon(List.of(
                                                        new Region.Spot(10, 10),
                                                        new Region.Spot(60, 10),
                                                        new Region.Spot(10, 60))),
                                                "熔断器",
                                                false)))),
                item("简述验电的要求。", new Interaction.ShortAnswer(rubric())),
                item("论述如何组织一次停电检修。", new Interaction.Essay(rubric(), 3)),
                item(
                        "某车间一台电动机启动后很快跳闸。",
                        new Interaction.Case(List.of(
                                new CasePart(
                                        "最可能的原因是哪一个？",
                                        new Interaction.SingleChoice(List.of(
                                                new Option("过载", true, null),
                                                new Option("电压正常", false, null),
                                                new Option("照明不足", false, null))),
                                        new BigDecimal("2"),
                                        "跳闸说明保护动作。",
                                        null),
                                new CasePart(
                                        "先查 ____。",
                                        new Interaction.FillIn(List.of(new Blank.Words(List.of("热继电器"), false))),
                                        new BigDecimal("1"),
                                        "",
                                        PartialCredit.ALL_OR_NOTHING)))),
                item(
                        "安装一只三相电能表。",
                        new Interaction.Practical(
                                List.of("电能表一只", "导线若干"),
                                45,
                                List.of(
                                        new Criterion("接线正确", new BigDecimal("60"), "错一处扣 10 分"),
                                        new Criterion("工位整洁", new BigDecimal("40"), "")))));
    }

    /** A 案例 whose parts are what is computed and what is done with tools in hand. */
    public static ItemContent workshop() {
        List<Variable> variables =
                List.of(new Variable("U", new BigDecimal("12"), new BigDecimal("48"), new BigDecimal("12")));
        return item(
                "某车间要给一台电炉接线。",
                new Interaction.Case(List.of(
                        new CasePart(
                                "电源电压 {{U}} V，电炉电阻 4 Ω，电流是多少？",
                                new Interaction.Calculated(
                                        variables, "U / 4", 1, new BigDecimal("0.1"), "A", List.of(), 4),
                                new BigDecimal("1"),
                                "{{U}} ÷ 4 = {{key}} A。",
                                null),
                        new CasePart(
                                "另一只电炉也是 4 Ω，电压 {{U}} V，功率是多少？",
                                new Interaction.Calculated(
                                        variables,
                                        "U * U / 4",
                                        0,
                                        BigDecimal.ZERO,
                                        "W",
                                        List.of(new Distractor("U * 4", "{{U}} V 乘了电阻。")),
                                        4),
                                new BigDecimal("1"),
                                "",
                                null),
                        new CasePart(
                                "把电炉接好，通电检查。",
                                new Interaction.Practical(
                                        List.of("电炉一台", "导线若干"),
                                        20,
                                        List.of(
                                                new Criterion("接线正确", new BigDecimal("60"), "错一处扣 10 分"),
                                                new Criterion("工位整洁", new BigDecimal("40"), ""))),
                                new BigDecimal("2"),
                                "先断电，再接线。",
                                null))));
    }

    private static Rubric rubric() {
        return new Rubric(
                List.of(
                        new Rubric.Point("先在有电处试验验电器", new BigDecimal("2")),
                        new Rubric.Point("逐相验电", new BigDecimal("1"))),
                "先试验验电器，再逐相验电。",
                "顺序说反的扣一分。");
    }

    private static ItemContent item(String stem, Interaction interaction) {
        return item(stem, interaction, null);
    }

    private static ItemContent item(
            String stem, Interaction interaction, @org.jspecify.annotations.Nullable PartialCredit credit) {
        return new ItemContent(stem, interaction, "见教材第三章。", 3, credit);
    }
}

package org.lianbing.competition;

import java.math.BigDecimal;
import java.util.List;

import org.lianbing.bank.Blank;
import org.lianbing.bank.CasePart;
import org.lianbing.bank.Criterion;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Option;
import org.lianbing.bank.Pair;
import org.lianbing.bank.Region;
import org.lianbing.bank.Rubric;
import org.lianbing.bank.Variable;

/** Items whose secrets are words and a number that stand nowhere else, so that a byte of them that gets out is seen. */
final class Canaries {

    /** In every explanation, reason, rubric, model answer and accepted word. */
    static final String WORD = "金丝雀";

    /** The key of the 数值. */
    static final String NUMBER = "74123.5861";

    /** How the right place of the 热点 begins in JSON. */
    static final String PLACE = "\"x\":137";

    private Canaries() {}

    /**
     * One item of each type; {@code mark} tells their stems from all others.
     *
     * @param picture as Markdown, 400 pixels by 300, for the 热点
     */
    static List<ItemContent> contents(String mark, String picture) {
        return List.of(
                item(mark + "判断", new Interaction.TrueFalse(true)),
                item(
                        mark + "单选",
                        new Interaction.SingleChoice(List.of(
                                new Option("甲", true, secret("理由甲")),
                                new Option("乙", false, secret("理由乙")),
                                new Option("丙", false, secret("理由丙"))))),
                item(
                        mark + "多选",
                        new Interaction.MultipleChoice(List.of(
                                new Option("子", true, secret("理由子")),
                                new Option("丑", true, secret("理由丑")),
                                new Option("寅", false, secret("理由寅")),
                                new Option("卯", false, secret("理由卯"))))),
                item(
                        mark + "填空 ____ 与 ____",
                        new Interaction.FillIn(List.of(
                                new Blank.Words(List.of(secret("填空")), true),
                                new Blank.Value(new BigDecimal(NUMBER), BigDecimal.ZERO)))),
                item(mark + "数值", new Interaction.Numeric(new BigDecimal(NUMBER), BigDecimal.ZERO, "W")),
                item(
                        mark + "计算 {{U}}",
                        new Interaction.Calculated(
                                List.of(new Variable("U", BigDecimal.ONE, BigDecimal.TWO, BigDecimal.ONE)),
                                "U * " + NUMBER,
                                4,
                                BigDecimal.ZERO,
                                "V",
                                List.of(),
                                2)),
                item(
                        mark + "连线",
                        new Interaction.Matching(List.of(new Pair("左一", "右一"), new Pair("左二", "右二")), List.of("右三"))),
                item(mark + "排序", new Interaction.Ordering(List.of("步一", "步二", "步三"))),
                item(
                        mark + "热点",
                        new Interaction.Hotspot(
                                picture,
                                400,
                                300,
                                List.of(
                                        new Region(new Region.Circle(137, 83, 19), secret("对处"), true),
                                        new Region(new Region.Circle(300, 200, 20), secret("错处"), false)))),
                item(mark + "简答", new Interaction.ShortAnswer(rubric())),
                item(mark + "论述", new Interaction.Essay(rubric(), 1)),
                item(
                        mark + "技能操作",
                        new Interaction.Practical(
                                List.of("扳手"), 30, List.of(new Criterion("装好", BigDecimal.TEN, "漏一处扣一分")))),
                item(
                        mark + "案例",
                        new Interaction.Case(List.of(
                                new CasePart(
                                        "原因是？",
                                        new Interaction.SingleChoice(List.of(
                                                new Option("天", true, secret("理由天")), new Option("地", false, null))),
                                        BigDecimal.ONE,
                                        secret("小题解析"),
                                        null),
                                new CasePart(
                                        "先查 ____。",
                                        new Interaction.FillIn(
                                                List.of(new Blank.Words(List.of(secret("小题填空")), false))),
                                        BigDecimal.ONE,
                                        "",
                                        null)))));
    }

    private static Rubric rubric() {
        return new Rubric(List.of(new Rubric.Point(secret("要点"), BigDecimal.ONE)), secret("范文"), secret("评分说明"));
    }

    private static String secret(String where) {
        return WORD + where;
    }

    private static ItemContent item(String stem, Interaction interaction) {
        return new ItemContent(stem, interaction, secret("解析"), 3);
    }
}

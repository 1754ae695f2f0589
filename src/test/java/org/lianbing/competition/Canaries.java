package org.lianbing.competition;

import java.math.BigDecimal;
import java.util.List;

import org.lianbing.bank.Blank;
import org.lianbing.bank.CasePart;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Option;
import org.lianbing.bank.Rubric;

/** Items whose secrets are words and a number that stand nowhere else, so that a byte of them that gets out is seen. */
final class Canaries {

    /** In every explanation, reason, rubric, model answer and accepted word. */
    static final String WORD = "金丝雀";

    /** The key of the 数值. */
    static final String NUMBER = "74123.5861";

    private Canaries() {}

    /** One item of each type that has something to hide; {@code mark} tells their stems from all others. */
    static List<ItemContent> contents(String mark) {
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
                        mark + "简答",
                        new Interaction.ShortAnswer(new Rubric(
                                List.of(new Rubric.Point(secret("要点"), BigDecimal.ONE)),
                                secret("范文"),
                                secret("评分说明")))),
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

    private static String secret(String where) {
        return WORD + where;
    }

    private static ItemContent item(String stem, Interaction interaction) {
        return new ItemContent(stem, interaction, secret("解析"), 3);
    }
}

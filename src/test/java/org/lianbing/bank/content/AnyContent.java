package org.lianbing.bank.content;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

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

/** Items that nobody thought of, with words that formats take for signs of their own; the same for the same seed. */
public final class AnyContent {

    private static final List<String> WORDS = List.of(
            "电动机",
            "=1+1",
            "+SUM(A1)",
            "-2+3",
            "@cmd",
            "=HYPERLINK(\"http://x\")",
            "**粗**",
            "a|b",
            "甲；乙",
            "x_y",
            "<b>",
            "$\\frac{1}{2}$",
            "第一行\n第二行",
            "\"引号\"",
            "C/D",
            "# 题",
            "1. 条",
            "Ω²",
            "'前",
            "a\\b",
            "- 项",
            "；",
            "&amp;");

    private AnyContent() {}

    /** Items of the types and with the fields that a table can carry, or nearly. */
    public static List<ItemContent> tabular(Random random, int count) {
        return IntStream.range(0, count).mapToObj(i -> content(random)).toList();
    }

    /** Items of all types, with every field in use now and then. */
    public static List<ItemContent> whole(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> random.nextInt(3) == 0 ? content(random) : rare(random))
                .toList();
    }

    private static ItemContent content(Random random) {
        String stem = words(random);
        Interaction interaction = switch (random.nextInt(7)) {
            case 0 -> new Interaction.TrueFalse(random.nextBoolean());
            case 1 -> {
                int key = random.nextInt(3);
                yield new Interaction.SingleChoice(IntStream.range(0, 3)
                        .mapToObj(i -> new Option(words(random) + i, i == key, null))
                        .toList());
            }
            case 2 ->
                new Interaction.MultipleChoice(IntStream.range(0, 5)
                        .mapToObj(i -> new Option(words(random) + i, i % 2 == 0, null))
                        .toList());
            case 3 ->
                new Interaction.Ordering(
                        IntStream.range(0, 4).mapToObj(i -> words(random) + i).toList());
            case 4 ->
                new Interaction.Numeric(
                        BigDecimal.valueOf(random.nextInt(10_000), random.nextInt(3))
                                .stripTrailingZeros()
                                .setScale(3),
                        new BigDecimal("0.5"),
                        "kΩ");
            case 5 -> {
                stem = "甲 ____ 乙 ____ 丙";
                yield new Interaction.FillIn(List.of(
                        new Blank.Words(List.of(words(random), words(random) + "2"), random.nextBoolean()),
                        new Blank.Value(new BigDecimal("2.50"), new BigDecimal("0"))));
            }
            default ->
                random.nextBoolean()
                        ? new Interaction.Matching(
                                List.of(new Pair("KM", words(random)), new Pair("FU", words(random))), List.of("时间"))
                        : new Interaction.ShortAnswer(
                                new Rubric(
                                        List.of(
                                                new Rubric.Point(words(random), new BigDecimal("2")),
                                                new Rubric.Point(words(random), BigDecimal.ONE)),
                                        words(random),
                                        ""),
                                random.nextInt(Interaction.MOST_UPLOADS + 1));
        };
        return new ItemContent(
                stem,
                interaction,
                random.nextBoolean() ? words(random) : "",
                1 + random.nextInt(5),
                interaction instanceof Interaction.MultipleChoice && random.nextBoolean()
                        ? PartialCredit.NET_RIGHT
                        : null);
    }

    private static ItemContent rare(Random random) {
        String[] stem = {words(random)};
        Interaction interaction = rare(random, stem, random.nextInt(9));
        boolean ruled = PartialCredit.isChoiceFor(interaction.type()) && random.nextBoolean();
        return new ItemContent(
                stem[0],
                interaction,
                random.nextBoolean() ? words(random) : "",
                1 + random.nextInt(5),
                ruled ? PartialCredit.values()[random.nextInt(PartialCredit.values().length)] : null);
    }

    private static Interaction rare(Random random, String[] stem, int which) {
        return switch (which) {
            case 0 -> {
                int key = random.nextInt(4);
                yield new Interaction.SingleChoice(options(random, 4, place -> place == key));
            }
            case 1 -> new Interaction.MultipleChoice(options(random, 6, place -> place < 2 || place == 4));
            case 2 -> {
                stem[0] = "一 ____ 二 ____";
                yield new Interaction.FillIn(List.of(
                        new Blank.Pick(List.of(words(random) + "1", words(random) + "2", words(random) + "3"), 1),
                        new Blank.Words(List.of(words(random)), random.nextBoolean())));
            }
            case 3 ->
                new Interaction.Numeric(
                        BigDecimal.valueOf(random.nextInt(10_000) - 5_000, 2),
                        BigDecimal.valueOf(1, 2),
                        words(random),
                        3);
            case 4 ->
                new Interaction.Calculated(
                        List.of(new Variable("U", BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ONE)),
                        "U * 2",
                        random.nextInt(4),
                        new BigDecimal("0.01"),
                        "V",
                        List.of(new Distractor("U * 3", random.nextBoolean() ? words(random) : null)),
                        5);
            case 5 ->
                new Interaction.Hotspot(
                        "![主电路图](media:" + "0".repeat(64) + ")",
                        400,
                        300,
                        List.of(
                                new Region(new Region.Circle(100, 80, 20), words(random), true),
                                new Region(
                                        new Region.Rectangle(200, 40, 60, 40), words(random), random.nextBoolean())));
            case 6 ->
                new Interaction.Essay(
                        new Rubric(
                                List.of(new Rubric.Point(words(random), new BigDecimal("1.5"))),
                                words(random),
                                words(random)),
                        random.nextInt(Interaction.MOST_UPLOADS + 1));
            case 7 -> {
                List<CasePart> parts = new ArrayList<>();
                for (int i = 0; i < 2; i++) {
                    String[] asked = {words(random)};
                    Interaction part = rare(random, asked, random.nextInt(4));
                    parts.add(new CasePart(asked[0], part, BigDecimal.valueOf(i + 1), words(random), null));
                }
                yield new Interaction.Case(parts);
            }
            default ->
                new Interaction.Practical(
                        List.of(words(random)),
                        1 + random.nextInt(90),
                        List.of(new Criterion(words(random), BigDecimal.TEN, words(random))));
        };
    }

    private static List<Option> options(Random random, int count, java.util.function.IntPredicate right) {
        return IntStream.range(0, count)
                .mapToObj(place -> new Option(
                        words(random) + place, right.test(place), random.nextInt(3) == 0 ? words(random) : null))
                .toList();
    }

    private static String words(Random random) {
        StringBuilder text = new StringBuilder(WORDS.get(random.nextInt(WORDS.size())));
        for (int i = random.nextInt(3); i > 0; i--) {
            text.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return text.toString().strip();
    }
}

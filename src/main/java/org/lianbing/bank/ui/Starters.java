package org.lianbing.bank.ui;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Option;
import org.lianbing.bank.Rubric;

/** Ways of answering with nothing filled in yet. */
final class Starters {

    private static final int OPTIONS = 4;
    private static final int VARIANTS = 10;
    private static final int WIDTH = 800;
    private static final int HEIGHT = 600;
    private static final int MINUTES = 30;
    private static final Rubric NOTHING_SAID = new Rubric(List.of(), "", "");

    private Starters() {}

    /** An empty interaction of the type. */
    static Interaction of(ItemType type) {
        return switch (type) {
            case TRUE_FALSE -> new Interaction.TrueFalse(true);
            case SINGLE_CHOICE -> new Interaction.SingleChoice(options());
            case MULTIPLE_CHOICE -> new Interaction.MultipleChoice(options());
            case FILL_IN -> new Interaction.FillIn(List.of());
            case NUMERIC -> new Interaction.Numeric(BigDecimal.ZERO, BigDecimal.ZERO, "");
            case CALCULATED -> new Interaction.Calculated(List.of(), "", 2, BigDecimal.ZERO, "", List.of(), VARIANTS);
            case MATCHING -> new Interaction.Matching(List.of(), List.of());
            case ORDERING ->
                new Interaction.Ordering(
                        Stream.generate(() -> "").limit(OPTIONS).toList());
            case HOTSPOT -> new Interaction.Hotspot("", WIDTH, HEIGHT, List.of());
            case SHORT_ANSWER -> new Interaction.ShortAnswer(NOTHING_SAID);
            case ESSAY -> new Interaction.Essay(NOTHING_SAID);
            case CASE -> new Interaction.Case(List.of());
            case PRACTICAL -> new Interaction.Practical(List.of(), MINUTES, List.of());
        };
    }

    private static List<Option> options() {
        return Stream.generate(() -> new Option("", false, null)).limit(OPTIONS).toList();
    }
}

package org.lianbing.bank.ui;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Option;

/** With how much space the editor begins, a type. */
final class Starters {

    private static final int OPTIONS = 4;

    private Starters() {}

    /** The types that can be written here from nothing. */
    static List<ItemType> types() {
        return Arrays.stream(ItemType.values())
                .filter(type -> of(type).isPresent())
                .toList();
    }

    /** An empty interaction of the type. */
    static Optional<Interaction> of(ItemType type) {
        return switch (type) {
            case TRUE_FALSE -> Optional.of(new Interaction.TrueFalse(true));
            case SINGLE_CHOICE -> Optional.of(new Interaction.SingleChoice(options()));
            case MULTIPLE_CHOICE -> Optional.of(new Interaction.MultipleChoice(options()));
            case ORDERING ->
                Optional.of(new Interaction.Ordering(
                        Stream.generate(() -> "").limit(OPTIONS).toList()));
            case NUMERIC -> Optional.of(new Interaction.Numeric(BigDecimal.ZERO, BigDecimal.ZERO, ""));
            default -> Optional.empty();
        };
    }

    private static List<Option> options() {
        return Stream.generate(() -> new Option("", false, null)).limit(OPTIONS).toList();
    }
}

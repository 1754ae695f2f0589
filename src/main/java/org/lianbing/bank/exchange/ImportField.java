package org.lianbing.bank.exchange;

import java.util.List;
import java.util.Locale;

/** What a cell of a row says about the item. */
public enum ImportField {
    TYPE,
    STEM,
    OPTION_A,
    OPTION_B,
    OPTION_C,
    OPTION_D,
    OPTION_E,
    OPTION_F,
    OPTION_G,
    OPTION_H,
    ANSWER,
    TOLERANCE,
    UNIT,
    RUBRIC,
    UPLOADS,
    EXPLANATION,
    DIFFICULTY,
    POINTS,
    LEVELS,
    SOURCE,
    CREDIT;

    /** The options in their order. */
    public static final List<ImportField> OPTIONS =
            List.of(OPTION_A, OPTION_B, OPTION_C, OPTION_D, OPTION_E, OPTION_F, OPTION_G, OPTION_H);

    /** The option's letter, A to H. */
    public String letter() {
        return name().substring("OPTION_".length());
    }

    public boolean isOption() {
        return OPTIONS.contains(this);
    }

    /** The name in the API, such as {@code optionA}. */
    public String code() {
        return isOption() ? "option" + letter() : name().toLowerCase(Locale.ROOT);
    }
}

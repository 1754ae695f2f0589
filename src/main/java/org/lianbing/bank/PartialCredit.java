package org.lianbing.bank;

import java.util.Arrays;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * By which rule a response that is right in part counts. A part is an option of the key of a 多选, a blank of a 填空, a
 * pair of a 连线, a region of a 热点. The rule is told to the candidate in a sentence and frozen in the form.
 */
public enum PartialCredit {
    /** Everything right, or nothing. */
    ALL_OR_NOTHING("all-or-nothing"),
    /** Each right part counts its share, and one wrong pick voids the item; where nothing can be picked wrongly, each right part counts. */
    RIGHT_PARTS("right-parts"),
    /** Right parts less wrong ones over all of the key, never below nothing. */
    NET_RIGHT("net-right");

    private final String code;

    PartialCredit(String code) {
        this.code = code;
    }

    /** The name in files and in the API. */
    @JsonValue
    public String code() {
        return code;
    }

    /** The rule of that name. */
    public static Optional<PartialCredit> find(String code) {
        return Arrays.stream(values()).filter(rule -> rule.code.equals(code)).findFirst();
    }

    /** Whether a response to the type can be right in part, so that there is a rule to choose. */
    public static boolean isChoiceFor(ItemType type) {
        return usual(type) != ALL_OR_NOTHING;
    }

    /** The rule that holds where neither item nor blueprint names one. */
    public static PartialCredit usual(ItemType type) {
        return switch (type) {
            case MULTIPLE_CHOICE, FILL_IN, MATCHING, HOTSPOT -> RIGHT_PARTS;
            default -> ALL_OR_NOTHING;
        };
    }
}

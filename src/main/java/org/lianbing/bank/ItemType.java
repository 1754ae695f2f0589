package org.lianbing.bank;

import java.util.Arrays;
import java.util.Optional;

/** The types of items, by the names they have in files and in the API. */
public enum ItemType {
    TRUE_FALSE("true-false"),
    SINGLE_CHOICE("single-choice"),
    MULTIPLE_CHOICE("multiple-choice"),
    ORDERING("ordering"),
    NUMERIC("numeric");

    private final String code;

    ItemType(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The type of that name. */
    public static Optional<ItemType> find(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }
}

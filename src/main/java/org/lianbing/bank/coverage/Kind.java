package org.lianbing.bank.coverage;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;

/** The columns of the map. A good bank has a 判断, a 单选 and a 多选 for each point; the rest comes on top. */
public enum Kind {
    JUDGE(ItemType.TRUE_FALSE),
    SINGLE(ItemType.SINGLE_CHOICE),
    MULTIPLE(ItemType.MULTIPLE_CHOICE),
    OTHER(null);

    /** Those of which each point should have one. */
    public static final List<Kind> WANTED = List.of(JUDGE, SINGLE, MULTIPLE);

    private final @Nullable ItemType type;

    Kind(@Nullable ItemType type) {
        this.type = type;
    }

    /** The type that it stands for; null for all others together. */
    public @Nullable ItemType type() {
        return type;
    }

    /** The name in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The column that a type belongs to. */
    public static Kind of(ItemType type) {
        return switch (type) {
            case TRUE_FALSE -> JUDGE;
            case SINGLE_CHOICE -> SINGLE;
            case MULTIPLE_CHOICE -> MULTIPLE;
            default -> OTHER;
        };
    }
}

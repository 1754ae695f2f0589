package org.lianbing.bank;

import java.util.Arrays;
import java.util.Optional;

/** The types of items in the order in which a paper has them, by the names they have in files and in the API. */
public enum ItemType {
    /** 判断. */
    TRUE_FALSE("true-false"),
    /** 单选. */
    SINGLE_CHOICE("single-choice"),
    /** 多选. */
    MULTIPLE_CHOICE("multiple-choice"),
    /** 填空. */
    FILL_IN("fill-in"),
    /** 数值. */
    NUMERIC("numeric"),
    /** 计算. */
    CALCULATED("calculated"),
    /** 连线. */
    MATCHING("matching"),
    /** 步骤排序. */
    ORDERING("ordering"),
    /** 热点. */
    HOTSPOT("hotspot"),
    /** 简答. */
    SHORT_ANSWER("short-answer"),
    /** 论述. */
    ESSAY("essay"),
    /** 案例. */
    CASE("case"),
    /** 技能操作. */
    PRACTICAL("practical");

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

    /** Whether an exam on a screen may hold it: all but what is done with tools in hand. */
    public boolean answeredOnScreen() {
        return this != PRACTICAL;
    }

    /** Whether a machine can tell what a response is worth; of the others a person must. */
    public boolean scoredByMachine() {
        return switch (this) {
            case SHORT_ANSWER, ESSAY, PRACTICAL -> false;
            default -> true;
        };
    }
}

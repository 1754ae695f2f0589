package org.lianbing.attempt.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** What was answered, in the tokens of the form. */
public sealed interface Response {

    /** Nothing, or cleared again. */
    record Blank() implements Response {}

    /** One option: 判断, 单选. */
    record One(String token) implements Response {}

    /** Several options, at least one: 多选. */
    record Several(Set<String> tokens) implements Response {}

    /** All steps in the chosen order: 步骤排序. */
    record Order(List<String> tokens) implements Response {}

    /**
     * A number: 数值.
     *
     * @param text as it was typed
     * @param value what it means
     */
    record Number(String text, BigDecimal value) implements Response {}
}

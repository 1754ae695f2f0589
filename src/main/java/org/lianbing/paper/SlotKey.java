package org.lianbing.paper;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** The key of a slot in the tokens of its form. Never part of what a candidate is sent. */
public sealed interface SlotKey {

    /** One token is right: 判断, 单选. */
    record One(String token) implements SlotKey {}

    /** These tokens and no others: 多选. */
    record Several(Set<String> tokens) implements SlotKey {}

    /** All tokens in this order: 步骤排序. */
    record Order(List<String> tokens) implements SlotKey {}

    /** A number: 数值. */
    record Value(BigDecimal value, BigDecimal tolerance, String unit) implements SlotKey {}
}

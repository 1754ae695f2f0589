package org.lianbing.paper;

import java.util.List;

import org.lianbing.bank.content.Calculation;

/** The variants of a 计算 as they were rendered, whatever became of the way of rendering since. */
final class Variants {

    private Variants() {}

    /** All of a slot, in their order. */
    static List<Calculation.Variant> of(Slot slot) {
        return slot.key() instanceof SlotKey.Variants variants
                ? variants.all().stream()
                        .map(variant -> new Calculation.Variant(variant.values(), variant.result(), variant.wrong()))
                        .toList()
                : List.of();
    }
}

package org.lianbing.paper;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.CasePart;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.PartialCredit;

/**
 * One thing to answer: an item by itself, or a part of a 案例.
 *
 * @param interaction how it is answered
 * @param credit by which rule a response that is right in part counts
 * @param maxScore what a right answer counts
 * @param part which part it is; null for an item by itself
 */
record Asked(Interaction interaction, PartialCredit credit, BigDecimal maxScore, Slot.@Nullable Part part) {

    /**
     * What an item asks, in order.
     *
     * @param maxScore what all of it counts
     * @param paper the paper's own rule of partial credit; null where it leaves that to the items
     * @param group the number that its parts have in common, if it is a 案例
     */
    static List<Asked> of(ItemContent content, BigDecimal maxScore, @Nullable PartialCredit paper, int group) {
        if (!(content.interaction() instanceof Interaction.Case(var parts))) {
            PartialCredit credit = credit(paper, content.interaction().type(), content.credit());
            return List.of(new Asked(content.interaction(), credit, maxScore, null));
        }
        List<BigDecimal> scores =
                Weights.split(maxScore, parts.stream().map(CasePart::weight).toList());
        return IntStream.range(0, parts.size())
                .mapToObj(place -> new Asked(
                        parts.get(place).interaction(),
                        credit(
                                paper,
                                parts.get(place).interaction().type(),
                                parts.get(place).credit()),
                        scores.get(place),
                        new Slot.Part(group, place + 1, parts.size())))
                .toList();
    }

    /** The paper's rule goes before the item's, and that before the type's. */
    private static PartialCredit credit(@Nullable PartialCredit paper, ItemType type, @Nullable PartialCredit own) {
        if (!PartialCredit.isChoiceFor(type)) {
            return PartialCredit.ALL_OR_NOTHING;
        }
        if (paper != null) {
            return paper;
        }
        return own == null ? PartialCredit.usual(type) : own;
    }
}

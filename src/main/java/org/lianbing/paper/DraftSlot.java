package org.lianbing.paper;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.PartialCredit;

/**
 * A place in a paper that is not frozen yet.
 *
 * @param version what stands there
 * @param type its type; a run of the same type is a section
 * @param maxScore what a right answer counts
 * @param credit by which rule a response that is right in part counts; null for the item's own
 */
public record DraftSlot(
        ItemVersionId version,
        ItemType type,
        BigDecimal maxScore,
        @Nullable PartialCredit credit) {

    public DraftSlot(ItemVersionId version, ItemType type, BigDecimal maxScore) {
        this(version, type, maxScore, null);
    }
}

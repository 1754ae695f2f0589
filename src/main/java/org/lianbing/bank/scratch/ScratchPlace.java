package org.lianbing.bank.scratch;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.SealedSetId;
import org.lianbing.bank.commission.CommissionId;

/** What is being written: an item that is there, or a new one and what it is for. */
public sealed interface ScratchPlace {

    /**
     * An item that is there.
     *
     * @param item which
     * @param basedOn the version that was being changed
     */
    record Existing(ItemId item, ItemVersionId basedOn) implements ScratchPlace {}

    /** A new item. */
    record Fresh() implements ScratchPlace {}

    /** A new item for a commission. */
    record Commissioned(CommissionId commission) implements ScratchPlace {}

    /** A new item of a sealed set. */
    record Sealed(SealedSetId set) implements ScratchPlace {}

    /** Whether both write the same: of an item, whichever version it was begun from. */
    default boolean isWhere(ScratchPlace other) {
        return this instanceof Existing(ItemId here, ItemVersionId from)
                        && other instanceof Existing(ItemId there, ItemVersionId to)
                ? here.equals(there)
                : equals(other);
    }
}

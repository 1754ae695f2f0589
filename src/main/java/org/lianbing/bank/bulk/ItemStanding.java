package org.lianbing.bank.bulk;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemState;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.Sharing;
import org.lianbing.bank.store.ItemRow;

/** Where an item stands: all that an act changes. Two that are equal have nothing between them. */
public record ItemStanding(
        ItemState state,
        @Nullable ItemState proposalState,
        @Nullable ItemVersionId published,
        @Nullable ItemVersionId proposed,
        Secrecy secrecy,
        Sharing sharing,
        ItemRow.@Nullable RetiredBy retiredBy) {

    static ItemStanding of(ItemRow row) {
        return new ItemStanding(
                row.state(),
                row.proposalState(),
                row.published(),
                row.proposed(),
                row.secrecy(),
                row.sharing(),
                row.retiredBy());
    }

    /** The row as it stood then. */
    ItemRow restore(ItemRow row) {
        return row.standing(state, proposalState, published, proposed, retiredBy)
                .shared(sharing);
    }
}

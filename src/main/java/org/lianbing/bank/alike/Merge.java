package org.lianbing.bank.alike;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.base.PersonId;
import org.lianbing.base.TradeId;

/**
 * Items that became one.
 *
 * @param id which merge
 * @param kept the item that lives on
 * @param retired those that live on in it
 * @param trade whose
 * @param person who merged them
 * @param at when
 * @param reason in their words; may be empty
 * @param proposed what was proposed for the kept item because of it; null where it had all levels and points
 * @param undoneAt when it was undone; null where it stands
 */
public record Merge(
        MergeId id,
        ItemId kept,
        List<ItemId> retired,
        TradeId trade,
        PersonId person,
        Instant at,
        String reason,
        @Nullable ItemVersionId proposed,
        @Nullable Instant undoneAt) {

    public Merge {
        retired = List.copyOf(retired);
    }
}

package org.lianbing.bank.store;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Secrecy;
import org.lianbing.base.TradeId;

/**
 * A row of {@code bank.item}, with the changes of state that it may undergo.
 *
 * @param state PUBLISHED stays while a newer version is proposed
 * @param proposalState DRAFT or IN_REVIEW, where the proposed version stands; null without one
 * @param published the version in force, or last in force
 * @param proposed the version that is to come
 * @param diskHash what the bank on disk said last; null for an item that was never there
 * @param retiredBy who took it out of use
 */
public record ItemRow(
        ItemId id,
        String code,
        TradeId trade,
        Secrecy secrecy,
        ItemState state,
        @Nullable ItemState proposalState,
        @Nullable ItemVersionId published,
        @Nullable ItemVersionId proposed,
        @Nullable String diskHash,
        @Nullable RetiredBy retiredBy) {

    /** Who took an item out of use: what the disk retired comes back when the disk has it again. */
    public enum RetiredBy {
        DISK,
        PERSON
    }

    /** An item of which nothing is known yet but its name. */
    public static ItemRow blank(ItemId id, String code, TradeId trade, Secrecy secrecy) {
        return new ItemRow(id, code, trade, secrecy, ItemState.DRAFT, null, null, null, null, null);
    }

    public ItemRow proposing(ItemVersionId version, ItemState at) {
        ItemState whole = state == ItemState.PUBLISHED || state == ItemState.RETIRED ? state : at;
        return new ItemRow(id, code, trade, secrecy, whole, at, published, version, diskHash, retiredBy);
    }

    public ItemRow withoutProposal() {
        return new ItemRow(id, code, trade, secrecy, state, null, published, null, diskHash, retiredBy);
    }

    /** The version in force; a proposal that is this very version has come to its end. */
    public ItemRow publishing(ItemVersionId version, Secrecy secrecyOfVersion) {
        boolean fulfilled = version.equals(proposed);
        return new ItemRow(
                id,
                code,
                trade,
                secrecyOfVersion,
                ItemState.PUBLISHED,
                fulfilled ? null : proposalState,
                version,
                fulfilled ? null : proposed,
                diskHash,
                null);
    }

    public ItemRow retired(RetiredBy by) {
        return new ItemRow(
                id, code, trade, secrecy, ItemState.RETIRED, proposalState, published, proposed, diskHash, by);
    }

    public ItemRow seenOnDisk(String hash) {
        return new ItemRow(id, code, trade, secrecy, state, proposalState, published, proposed, hash, retiredBy);
    }
}

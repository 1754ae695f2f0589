package org.lianbing.bank.store;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.SealedSetId;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.Sharing;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;

/**
 * A row of {@code bank.item}, with the changes of state that it may undergo.
 *
 * @param state PUBLISHED stays while a newer version is proposed
 * @param proposalState DRAFT or IN_REVIEW, where the proposed version stands; null without one
 * @param published the version in force, or last in force
 * @param proposed the version that is to come
 * @param diskHash what the bank on disk said last; null for an item that was never there
 * @param retiredBy who took it out of use
 * @param sealedSet the set it is or was sealed in; never null while it is
 * @param unit whose item it is; null for one that is common to all
 * @param sharing who else may see it
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
        @Nullable RetiredBy retiredBy,
        @Nullable SealedSetId sealedSet,
        @Nullable UnitId unit,
        Sharing sharing) {

    /** Who took an item out of use: what the disk retired comes back when the disk has it again. */
    public enum RetiredBy {
        DISK,
        PERSON
    }

    /** An item of which nothing is known yet but its name and whose it is. */
    public static ItemRow blank(
            ItemId id,
            String code,
            TradeId trade,
            Secrecy secrecy,
            @Nullable SealedSetId sealed,
            @Nullable UnitId unit) {
        return new ItemRow(
                id,
                code,
                trade,
                secrecy,
                ItemState.DRAFT,
                null,
                null,
                null,
                null,
                null,
                sealed,
                unit,
                Sharing.usual(secrecy));
    }

    /** The version that a change goes on from; null while there is none. */
    public @Nullable ItemVersionId latest() {
        return proposed == null ? published : proposed;
    }

    public ItemRow proposing(ItemVersionId version, ItemState at) {
        ItemState whole = state == ItemState.PUBLISHED || state == ItemState.RETIRED ? state : at;
        return standing(whole, at, published, version, retiredBy);
    }

    public ItemRow withoutProposal() {
        return standing(state, null, published, null, retiredBy);
    }

    /** The version in force; a proposal that is this very version has come to its end. */
    public ItemRow publishing(ItemVersionId version, Secrecy secrecyOfVersion) {
        boolean fulfilled = version.equals(proposed);
        return standing(
                        ItemState.PUBLISHED,
                        fulfilled ? null : proposalState,
                        version,
                        fulfilled ? null : proposed,
                        null)
                .withSecrecy(secrecyAfter(secrecyOfVersion));
    }

    /** Sealing and releasing are acts on the item; a version written before neither seals nor releases it. */
    public Secrecy secrecyAfter(Secrecy secrecyOfVersion) {
        return secrecy == Secrecy.SEALED || secrecyOfVersion == Secrecy.SEALED ? secrecy : secrecyOfVersion;
    }

    public ItemRow retired(RetiredBy by) {
        return standing(ItemState.RETIRED, proposalState, published, proposed, by);
    }

    /** In use again as it was before it was retired. */
    public ItemRow restored() {
        ItemState before =
                published != null ? ItemState.PUBLISHED : proposalState == null ? ItemState.DRAFT : proposalState;
        return standing(before, proposalState, published, proposed, null);
    }

    /** Where it stands, all at once. */
    public ItemRow standing(
            ItemState stateThen,
            @Nullable ItemState proposalStateThen,
            @Nullable ItemVersionId publishedThen,
            @Nullable ItemVersionId proposedThen,
            @Nullable RetiredBy retiredByThen) {
        return new ItemRow(
                id,
                code,
                trade,
                secrecy,
                stateThen,
                proposalStateThen,
                publishedThen,
                proposedThen,
                diskHash,
                retiredByThen,
                sealedSet,
                unit,
                sharing);
    }

    public ItemRow sealedIn(SealedSetId set) {
        return secret(Secrecy.SEALED, set, sharing);
    }

    /** No longer sealed; the set it was sealed in stays known. */
    public ItemRow released(Secrecy to) {
        return secret(to, sealedSet, Sharing.usual(to));
    }

    public ItemRow shared(Sharing with) {
        return secret(secrecy, sealedSet, with);
    }

    private ItemRow withSecrecy(Secrecy then) {
        return secret(then, sealedSet, sharing);
    }

    private ItemRow secret(Secrecy secrecyThen, @Nullable SealedSetId sealedThen, Sharing sharingThen) {
        return new ItemRow(
                id,
                code,
                trade,
                secrecyThen,
                state,
                proposalState,
                published,
                proposed,
                diskHash,
                retiredBy,
                sealedThen,
                unit,
                sharingThen);
    }

    /** Back where it stood before it was retired; a proposal of which nothing was known then stays where it stands. */
    public ItemRow standingAgain(ItemState at, @Nullable ItemState proposalAt) {
        return standing(
                at,
                proposed == null ? null : proposalAt == null ? proposalState : proposalAt,
                published,
                proposed,
                at == ItemState.RETIRED ? retiredBy : null);
    }

    public ItemRow seenOnDisk(String hash) {
        return new ItemRow(
                id,
                code,
                trade,
                secrecy,
                state,
                proposalState,
                published,
                proposed,
                hash,
                retiredBy,
                sealedSet,
                unit,
                sharing);
    }
}

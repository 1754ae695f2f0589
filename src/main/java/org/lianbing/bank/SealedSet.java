package org.lianbing.bank;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.PersonId;

/**
 * Items that only their setters may read, until they are released.
 *
 * @param id which
 * @param title what for, in a few words
 * @param setters who reads, writes and reviews them; at least two
 * @param organizers who may let a contest draw from it, without reading it
 * @param items how many it holds
 * @param madeAt when
 * @param afterContest what its items become when the results of its contest come out: open or reserved
 * @param contest the one contest that drew from it, or null
 * @param releasedAt when it was released, or null
 */
public record SealedSet(
        SealedSetId id,
        String title,
        Set<PersonId> setters,
        Set<PersonId> organizers,
        int items,
        Instant madeAt,
        Secrecy afterContest,
        @Nullable DrawingContest contest,
        @Nullable Instant releasedAt) {

    public SealedSet {
        setters = Set.copyOf(setters);
        organizers = Set.copyOf(organizers);
    }

    /** Whether its items are still secret. */
    public boolean sealed() {
        return releasedAt == null;
    }

    /** Whether a contest may still take it. */
    public boolean free() {
        return sealed() && contest == null;
    }

    /**
     * An item of a set, without its content.
     *
     * @param item which
     * @param code its code
     * @param type how what is proposed or in force is answered
     * @param state where it stands
     * @param proposalState where what is proposed stands, or null
     * @param author who wrote what is proposed or in force; null for the bank on disk
     */
    public record Entry(
            ItemId item,
            String code,
            ItemType type,
            ItemState state,
            @Nullable ItemState proposalState,
            @Nullable PersonId author) {}

    /**
     * A look at the content of an item.
     *
     * @param code of which item
     * @param version the number of the version
     * @param person who
     * @param at when
     */
    public record Look(String code, int version, PersonId person, Instant at) {}
}

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
 * @param items how many it holds
 * @param madeAt when
 * @param releasedAt when it was released, or null
 */
public record SealedSet(
        SealedSetId id,
        String title,
        Set<PersonId> setters,
        int items,
        Instant madeAt,
        @Nullable Instant releasedAt) {

    public SealedSet {
        setters = Set.copyOf(setters);
    }

    /** Whether its items are still secret. */
    public boolean sealed() {
        return releasedAt == null;
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

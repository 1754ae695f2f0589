package org.lianbing.bank.exchange;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.PersonId;

/**
 * Who last changed a row.
 *
 * @param version 0 as it was read, then one more with each change by a person
 * @param person who; null as it was read
 * @param at when
 */
public record Edit(
        int version, @Nullable PersonId person, @Nullable Instant at) {

    /** As it was read. */
    public static final Edit NONE = new Edit(0, null, null);

    Edit next(PersonId by, Instant now) {
        return new Edit(version + 1, by, now);
    }
}

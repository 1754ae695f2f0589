package org.lianbing.competition;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.PersonId;

/**
 * A contestant as the organizer sees them.
 *
 * @param person who
 * @param name in full
 * @param unit for whom they compete
 * @param seat their number on the roster
 * @param state how far they are
 * @param answered how many items they have answered
 * @param items how many there are
 * @param place null until scored
 * @param score null until scored
 * @param timeUsed null while it runs
 * @param endedAt when it was handed in, or when time ran out
 */
public record ResultRow(
        PersonId person,
        String name,
        String unit,
        int seat,
        State state,
        int answered,
        int items,
        @Nullable Integer place,
        @Nullable BigDecimal score,
        @Nullable Duration timeUsed,
        @Nullable Instant endedAt) {

    /** How far a contestant is. */
    public enum State {
        NOT_COME,
        SITTING,
        HANDED_IN,
        TIMED_OUT,
        VOID
    }
}

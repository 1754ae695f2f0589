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
 * @param place null until scored, and where void
 * @param score null until scored and marked, and where void
 * @param timeUsed null while it runs
 * @param endedAt when it was handed in, or when time ran out
 * @param voidReason why it was declared void; null otherwise
 * @param setAside how many answers were set aside, late or from a device that was taken over
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
        @Nullable Instant endedAt,
        @Nullable String voidReason,
        int setAside) {

    /** How far a contestant is. */
    public enum State {
        NOT_COME,
        ABSENT,
        SITTING,
        HANDED_IN,
        TIMED_OUT,
        /** Over, and something written waits for markers. */
        MARKING,
        VOID
    }
}

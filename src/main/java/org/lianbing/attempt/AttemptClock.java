package org.lianbing.attempt;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The clock of one attempt, as the candidate is shown it.
 *
 * @param version counts its changes, from 0
 * @param deadline with all extra time in it; null for never. While the clock stands, so much is left as lies between
 *     {@code pausedAt} and it
 * @param pausedAt since when the clock stands; null while it runs
 * @param pauseReason why, in the organizer's words; null while it runs
 * @param extra extra time, together
 * @param extraReason why, in the organizer's latest words; null without extra time
 */
public record AttemptClock(
        int version,
        @Nullable Instant deadline,
        @Nullable Instant pausedAt,
        @Nullable String pauseReason,
        Duration extra,
        @Nullable String extraReason) {}

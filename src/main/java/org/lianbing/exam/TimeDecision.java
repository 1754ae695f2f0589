package org.lianbing.exam;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.PersonId;

/**
 * Something an organizer decided about the time of an exam.
 *
 * @param at when
 * @param kind what
 * @param person for whom alone; null for all
 * @param by extra time given, or taken back where negative; how long the pause took, where it ended; else zero
 * @param reason as the candidates read it; empty for a pause that ended
 * @param affected whose clock was changed at that moment
 * @param decider who decided, by name
 */
public record TimeDecision(
        Instant at, Kind kind, @Nullable PersonId person, Duration by, String reason, int affected, String decider) {

    /** What can be decided. */
    public enum Kind {
        EXTRA,
        PAUSE,
        RESUME,
        /** An attempt that the clock had closed goes on. */
        REOPEN
    }
}

package org.lianbing.attempt;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * When an attempt takes responses.
 *
 * @param startedAt null while prepared
 * @param deadline null for never
 * @param acceptUntil deadline and grace, for what was on its way; null for never
 * @param pause the latest pause; null where there was none. The deadline is later by it only once it is over
 * @param pausedFor how long the pauses took that are over
 * @param moved whether the clock was ever changed since the start
 */
public record AttemptWindow(
        @Nullable Instant startedAt,
        @Nullable Instant deadline,
        @Nullable Instant acceptUntil,
        @Nullable Pause pause,
        Duration pausedFor,
        boolean moved) {

    /** How far a player's idea of our clock may be off, over a line that is slow in one direction. */
    private static final Duration CLOCKS_APART = Duration.ofSeconds(5);

    /** A window in which the clock has always run. */
    public AttemptWindow(@Nullable Instant startedAt, @Nullable Instant deadline, @Nullable Instant acceptUntil) {
        this(startedAt, deadline, acceptUntil, null, Duration.ZERO, false);
    }

    /**
     * A time in which the clock stands. What came at its first moment came before it; what comes at its last, after it.
     *
     * @param from since when
     * @param until until when; null while it lasts
     */
    public record Pause(Instant from, @Nullable Instant until) {

        /** Whether it had begun before a moment and was not over then. */
        public boolean holds(Instant now) {
            return now.isAfter(from) && (until == null || now.isBefore(until));
        }
    }

    /** Where a moment lies. */
    public enum Phase {
        /** Not started. */
        BEFORE,
        /** The clock runs, or there is none. */
        OPEN,
        /** The clock stands; nothing is taken, and nothing runs out. */
        PAUSED,
        /** The deadline has come; what was sent before it may still arrive. The last moment belongs to it. */
        GRACE,
        /** Nothing counts any more. */
        OVER
    }

    /** The phase at a moment; nothing else goes into it. */
    public Phase phaseAt(Instant now) {
        if (startedAt == null || now.isBefore(startedAt)) {
            return Phase.BEFORE;
        }
        if (pause != null && pause.holds(now)) {
            return Phase.PAUSED;
        }
        if (deadline == null || acceptUntil == null || now.isBefore(deadline)) {
            return Phase.OPEN;
        }
        return now.isAfter(acceptUntil) ? Phase.OVER : Phase.GRACE;
    }

    /**
     * Whether an attempt that ends now ends because its time ran out. From the deadline on it does, whatever the player
     * says; shortly before it, only where the player says that its clock did it, since that clock is never quite ours.
     * Saying so counts the full time, and so nobody gains by it.
     */
    public boolean ranOut(Instant now, boolean byTheClock) {
        return deadline != null && !now.isBefore(byTheClock ? deadline.minus(CLOCKS_APART) : deadline);
    }

    /** When an attempt ended that ends now: at the deadline where its time ran out. */
    public Instant endAt(Instant now, boolean byTheClock) {
        return deadline != null && ranOut(now, byTheClock) ? deadline : now;
    }

    /**
     * Whether a player whose clock says that the time is up does not know yet that there is more of it. Nobody's attempt
     * ends because a decision and a deadline met on the way.
     */
    public boolean hasMoreThanThePlayerKnows(Instant now, boolean byTheClock) {
        return byTheClock && moved && !ranOut(now, true);
    }

    /** Time used by an attempt that ended then, without the pauses; full seconds are not rounded up. */
    public Duration used(Instant endedAt) {
        return startedAt == null ? Duration.ZERO : used(startedAt, endedAt, pausedFor);
    }

    /** The same of times that were read; none where the clock was set back behind the start. */
    public static Duration used(Instant startedAt, Instant endedAt, Duration pausedFor) {
        Duration used = Duration.between(startedAt, endedAt).minus(pausedFor);
        return used.isNegative() ? Duration.ZERO : used;
    }
}

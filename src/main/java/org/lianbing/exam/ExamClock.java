package org.lianbing.exam;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The clock of an exam: its window with all that was decided about time since; pure functions of them and of a moment.
 *
 * <p>The time of an exam stands still while the exam is paused: {@code T(now) = (pausedAt or now) − pausedFor}. A phase
 * is the window's phase at T. A deadline is the window's deadline from T(start), brought back to our time, and the extra
 * time on top of it. Extra time for all moves the last moment to start, too, where the window ends the work; where a late
 * starter gets the full time it does not, since the window says there who may come and not how long they work.
 *
 * @param window as it was laid down
 * @param extra extra time for all; never negative
 * @param pausedFor how long the pauses took that are over
 * @param pausedAt since when the clock stands for all; null while it runs
 */
public record ExamClock(
        ExamWindow window,
        Duration extra,
        Duration pausedFor,
        @Nullable Instant pausedAt) {

    /** A clock about which nothing was decided. */
    public static ExamClock of(ExamWindow window) {
        return new ExamClock(window, Duration.ZERO, Duration.ZERO, null);
    }

    /** Whether it stands. */
    public boolean isPaused() {
        return pausedAt != null;
    }

    /** Where the exam stands at this instant. While it is paused it stays where it was when the pause began. */
    public ExamPhase phaseAt(Instant now) {
        Instant time = examTime(now);
        if (time.isBefore(window.opensAt())) {
            return ExamPhase.BEFORE;
        }
        return time.isBefore(window.lastEntry().plus(extraForEntry())) ? ExamPhase.OPEN : ExamPhase.OVER;
    }

    /** The first instant at which one may start, if it is not paused before; a pause that is on moves it further. */
    public Instant opensAt() {
        return window.opensAt().plus(pausedFor);
    }

    /** The first instant at which nobody may start, if it is not paused again, or at all any longer. */
    public Instant lastEntry() {
        return window.lastEntry().plus(extraForEntry()).plus(pausedFor);
    }

    /**
     * When somebody who starts now must be done.
     *
     * @param own extra time for this person alone
     */
    public Instant deadlineFrom(Instant startedAt, Duration own) {
        return window.deadlineFrom(examTime(startedAt))
                .plus(pausedFor)
                .plus(extra)
                .plus(own);
    }

    /** The first instant at which nobody is at work who has no extra time of their own. */
    public Instant lastDeadline() {
        return window.lastDeadline().plus(pausedFor).plus(extra);
    }

    /** From when on the phase is OVER; null while a pause keeps that open. */
    public @Nullable Instant overAt() {
        Instant end = lastEntry();
        return pausedAt != null && pausedAt.isBefore(end) ? null : end;
    }

    /** With more extra time for all, or with less. */
    public ExamClock extended(Duration by) {
        return new ExamClock(window, extra.plus(by), pausedFor, pausedAt);
    }

    /** Standing from this instant on; where it stands already, as it is. */
    public ExamClock paused(Instant at) {
        return isPaused() ? this : new ExamClock(window, extra, pausedFor, at);
    }

    /** Running again from this instant on, everything later by exactly the pause. */
    public ExamClock resumed(Instant at) {
        return pausedAt == null
                ? this
                : new ExamClock(window, extra, pausedFor.plus(Duration.between(pausedAt, at)), null);
    }

    private Instant examTime(Instant now) {
        Instant time = pausedAt == null || now.isBefore(pausedAt) ? now : pausedAt;
        return time.minus(pausedFor);
    }

    private Duration extraForEntry() {
        return window.lateStart() == LateStart.FULL ? Duration.ZERO : extra;
    }
}

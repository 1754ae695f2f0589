package org.lianbing.exam;

import java.time.Duration;
import java.time.Instant;

import org.lianbing.base.Problem;

/**
 * When an exam may be sat and for how long.
 *
 * @param opensAt the first instant at which one may start
 * @param closesAt the first instant at which one may not work any more, whenever one started
 * @param duration how long one may work
 */
public record ExamWindow(Instant opensAt, Instant closesAt, Duration duration) {

    private static final Duration LONGEST = Duration.ofHours(24);

    public ExamWindow {
        if (!opensAt.isBefore(closesAt)) {
            throw Problem.invalid("exam.window-order");
        }
        if (duration.toSeconds() < 1 || duration.compareTo(LONGEST) > 0) {
            throw Problem.invalid("exam.duration", LONGEST.toMinutes());
        }
    }

    /** The phase at this instant. */
    public ExamPhase phaseAt(Instant now) {
        if (now.isBefore(opensAt)) {
            return ExamPhase.BEFORE;
        }
        return now.isBefore(closesAt) ? ExamPhase.OPEN : ExamPhase.OVER;
    }

    /** When somebody who starts now must be done: after the full time, or at the end of the window if that is sooner. */
    public Instant deadlineFrom(Instant startedAt) {
        Instant full = startedAt.plus(duration);
        return full.isBefore(closesAt) ? full : closesAt;
    }
}

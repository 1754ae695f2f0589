package org.lianbing.exam;

import java.time.Duration;
import java.time.Instant;

import org.lianbing.base.Problem;

/**
 * When an exam may be sat and for how long, as it was laid down; what is decided while it runs is the {@link ExamClock}.
 *
 * @param opensAt the first instant at which one may start
 * @param closesAt the end of the window: the first instant at which nobody may start, and at which nobody may work where
 *     the rule for a late start says so
 * @param duration how long one may work
 * @param lateStart what a late starter gets of it
 * @param grace for how long after a deadline answers are taken that were on their way; 0 to 60 seconds
 */
public record ExamWindow(Instant opensAt, Instant closesAt, Duration duration, LateStart lateStart, Duration grace) {

    /** Where nothing else is said. */
    public static final Duration USUAL_GRACE = Duration.ofSeconds(5);

    /** More would be working time. */
    public static final Duration LONGEST_GRACE = Duration.ofSeconds(60);

    private static final Duration LONGEST = Duration.ofHours(24);

    public ExamWindow {
        if (!opensAt.isBefore(closesAt)) {
            throw Problem.invalid("exam.window-order");
        }
        if (duration.toSeconds() < 1 || duration.compareTo(LONGEST) > 0) {
            throw Problem.invalid("exam.duration", LONGEST.toMinutes());
        }
        if (grace.isNegative() || grace.compareTo(LONGEST_GRACE) > 0) {
            throw Problem.invalid("exam.grace", LONGEST_GRACE.toSeconds());
        }
    }

    /** With the usual grace, and the rule under which nobody works after the end of the window. */
    public ExamWindow(Instant opensAt, Instant closesAt, Duration duration) {
        this(opensAt, closesAt, duration, LateStart.WITHIN_WINDOW, USUAL_GRACE);
    }

    /** The same window with another rule for late starters, and another grace. */
    public ExamWindow with(LateStart rule, Duration otherGrace) {
        return new ExamWindow(opensAt, closesAt, duration, rule, otherGrace);
    }

    /** The phase at this instant, where nothing was decided about time since. */
    public ExamPhase phaseAt(Instant now) {
        if (now.isBefore(opensAt)) {
            return ExamPhase.BEFORE;
        }
        return now.isBefore(lastEntry()) ? ExamPhase.OPEN : ExamPhase.OVER;
    }

    /** The first instant at which nobody may start any more. */
    public Instant lastEntry() {
        return lateStart == LateStart.REMAINING ? earlier(opensAt.plus(duration), closesAt) : closesAt;
    }

    /** When somebody who starts now must be done. */
    public Instant deadlineFrom(Instant startedAt) {
        return switch (lateStart) {
            case FULL -> startedAt.plus(duration);
            case WITHIN_WINDOW -> earlier(startedAt.plus(duration), closesAt);
            case REMAINING -> lastEntry();
        };
    }

    /** The first instant at which nobody is at work any more, whenever they started. */
    public Instant lastDeadline() {
        return lateStart == LateStart.FULL ? closesAt.plus(duration) : lastEntry();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}

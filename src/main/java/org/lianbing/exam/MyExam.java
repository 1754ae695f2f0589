package org.lianbing.exam;

import org.jspecify.annotations.Nullable;

import org.lianbing.attempt.AttemptState;
import org.lianbing.attempt.AttemptSummary;

/**
 * An exam on whose roster one stands.
 *
 * @param exam which
 * @param phase where the clock stands
 * @param attempt one's attempt, or null
 */
public record MyExam(Exam exam, ExamPhase phase, @Nullable AttemptSummary attempt) {

    /** Whether there is still something to do: one is at work, or may still start. */
    public boolean isAhead() {
        return isRunning() || phase != ExamPhase.OVER && !hasEnded();
    }

    /** Whether one is at work, be it after the last moment to start. */
    public boolean isRunning() {
        return attempt != null && attempt.state() == AttemptState.STARTED;
    }

    /** Whether one is done, by one's own hand or by the clock. */
    public boolean hasEnded() {
        return attempt != null && attempt.endedAt() != null;
    }

    /** Whether there is a result to look at; none before all is marked. */
    public boolean hasResult() {
        return exam.isReleased() && attempt != null && attempt.score() != null && attempt.unmarked() == 0 && !isVoid();
    }

    /** Whether one's attempt was declared void. */
    public boolean isVoid() {
        return attempt != null && attempt.state() == AttemptState.VOID;
    }

    /** Whether one has begun, so that there is something to go back to. */
    public boolean hasBegun() {
        return attempt != null && attempt.startedAt() != null;
    }
}

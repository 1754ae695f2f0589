package org.lianbing.exam;

import org.jspecify.annotations.Nullable;

import org.lianbing.attempt.AttemptState;
import org.lianbing.attempt.AttemptSummary;
import org.lianbing.base.PersonId;

/**
 * A candidate with their attempt.
 *
 * @param person who
 * @param seat their number on the roster
 * @param attempt how it stands; null for who has not come
 */
public record Sitting(PersonId person, int seat, @Nullable AttemptSummary attempt) {

    /** Whether the candidate began. */
    public boolean hasCome() {
        return attempt != null && attempt.startedAt() != null;
    }

    /** Whether nothing more will come of it: ended and scored, void, or absent. */
    public boolean isSettled() {
        return attempt != null && (isVoid() || isAbsent() || attempt.endedAt() != null && attempt.score() != null);
    }

    /** Whether the attempt was declared void. */
    public boolean isVoid() {
        return attempt != null && attempt.state() == AttemptState.VOID;
    }

    /** Whether the window is over and the candidate never came. */
    public boolean isAbsent() {
        return attempt != null && attempt.state() == AttemptState.ABSENT;
    }

    /** Whether the candidate is at work. */
    public boolean isRunning() {
        return attempt != null && attempt.state() == AttemptState.STARTED;
    }

    /** Whether it is handed in and something in it waits for somebody who marks it. */
    public boolean awaitsMarking() {
        return attempt != null && !isVoid() && attempt.score() != null && attempt.unmarked() > 0;
    }

    /** Whether there is a result; none before all is marked. */
    public boolean isScored() {
        return attempt != null && !isVoid() && attempt.score() != null && attempt.unmarked() == 0;
    }
}

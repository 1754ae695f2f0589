package org.lianbing.attempt;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.paper.FormId;

/**
 * One person's run through a form.
 *
 * @param id which
 * @param form at which form
 * @param person whose
 * @param purpose what for
 * @param behaviour when feedback comes
 * @param title as the candidate reads it
 * @param subtitle trade and level, or the unit
 * @param returnUrl where the last page leads back to
 * @param state where it stands
 * @param epoch counts the take-overs, from 1
 * @param device which device holds it
 * @param arrangement the candidate's order
 * @param slots how many there are
 * @param maxScore what can be reached
 * @param window when it takes responses
 * @param endedAt null while it runs
 * @param voidReason why it was declared void; null otherwise
 * @param checkedSlots slots with feedback given; they take no response any more
 * @param outcome null until somebody holds a receipt of it or it is scored
 */
public record Attempt(
        AttemptId id,
        FormId form,
        PersonId person,
        Purpose purpose,
        Behaviour behaviour,
        String title,
        String subtitle,
        String returnUrl,
        AttemptState state,
        int epoch,
        String device,
        Arrangement arrangement,
        int slots,
        BigDecimal maxScore,
        AttemptWindow window,
        @Nullable Instant endedAt,
        @Nullable String voidReason,
        Set<Integer> checkedSlots,
        @Nullable Outcome outcome) {

    /**
     * What came out.
     *
     * @param answered how many slots hold a response
     * @param digest hash chain over all steps, hexadecimal
     * @param score the sum of the slots; null until scored
     */
    public record Outcome(
            int answered, String digest, @Nullable BigDecimal score) {}

    /**
     * An outcome with what it was scored by.
     *
     * @param outcome what came out
     * @param maxScore what could be reached, which a correction may have changed since the start
     * @param generation of the form's keys; 0 as they were frozen
     */
    public record Result(Outcome outcome, BigDecimal maxScore, int generation) {}

    /** How and when an attempt ended. */
    public record Ending(AttemptState state, Instant at) {}

    /** Whether it is handed in or closed. */
    public boolean ended() {
        return state == AttemptState.HANDED_IN || state == AttemptState.CLOSED;
    }

    /** Whether it has a score. */
    public boolean scored() {
        return outcome != null && outcome.score() != null;
    }

    /** The score of what has one. */
    public BigDecimal score() {
        return Objects.requireNonNull(
                Objects.requireNonNull(outcome, "not ended").score(), "not scored");
    }

    /**
     * Handing in, by hand or by the clock. What ends because its time ran out is closed, not handed in.
     *
     * @param byTheClock whether the player did it at the deadline, and not the candidate
     * @throws Problem conflict, where it does not run, or its clock stands, or a player has not heard yet that there is
     *     more time
     */
    public Ending handIn(Instant now, boolean byTheClock) {
        requireStarted();
        if (window.phaseAt(now) == AttemptWindow.Phase.PAUSED) {
            throw Problem.conflict("attempt.paused");
        }
        if (window.hasMoreThanThePlayerKnows(now, byTheClock)) {
            throw Problem.conflict("attempt.time-left");
        }
        AttemptState last = window.ranOut(now, byTheClock) ? AttemptState.CLOSED : AttemptState.HANDED_IN;
        return new Ending(last, window.endAt(now, byTheClock));
    }

    /**
     * Demands that the token's device still holds the attempt.
     *
     * @throws Problem conflict, where another device took over
     */
    public void requireEpoch(Candidate candidate) {
        if (candidate.epoch() != epoch) {
            throw Problem.conflict("attempt.superseded");
        }
    }

    /**
     * Demands that a slot can be answered now.
     *
     * @throws Problem conflict, where the attempt has ended or its time is over
     */
    public void requireRunning(Instant now) {
        requireStarted();
        if (window.phaseAt(now) == AttemptWindow.Phase.OVER) {
            throw Problem.conflict("attempt.over");
        }
    }

    private void requireStarted() {
        if (voidReason != null) {
            throw Problem.conflict("attempt.void", voidReason);
        }
        if (state == AttemptState.ABSENT) {
            throw Problem.conflict("attempt.absent");
        }
        if (state != AttemptState.STARTED) {
            throw Problem.conflict("attempt.ended");
        }
    }
}

package org.lianbing.exam;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.lianbing.attempt.AttemptSummary;

/**
 * What a person may know of an exam before it begins.
 *
 * @param exam what was laid down
 * @param phase where the clock stands
 * @param items how many items the paper has
 * @param maxScore what can be reached
 * @param rules by which it is scored, as keys of translations, in the order of the paper
 * @param markedByPeople whether somebody has to mark something of it, so that scores take longer
 * @param person whose facts these are
 * @param seat their number on the roster, or null where they may not sit it
 * @param ownExtra extra time of their own, besides that for all
 * @param ownReason why, or null
 * @param attempt their attempt, or null
 */
public record ExamFacts(
        Exam exam,
        ExamPhase phase,
        int items,
        BigDecimal maxScore,
        List<String> rules,
        boolean markedByPeople,
        String person,
        @Nullable Integer seat,
        Duration ownExtra,
        @Nullable String ownReason,
        @Nullable AttemptSummary attempt) {

    /** Whether this person may sit it. */
    public boolean onRoster() {
        return seat != null;
    }

    /** Whether they may sit it and have not done so. */
    public boolean isToBeSat() {
        return onRoster() && (attempt == null || attempt.endedAt() == null);
    }
}

package org.lianbing.exam;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.lianbing.attempt.Purpose;
import org.lianbing.paper.FormId;

/**
 * A scheduled exam.
 *
 * @param id which
 * @param draft what was laid down
 * @param form the frozen paper
 * @param state where it stands
 * @param releasedAt when results came out, or null
 * @param clock the window with what was decided about the time of all since
 * @param extraReason why there is extra time for all, as the candidates read it, or null
 * @param pauseReason why it is paused for all, as the candidates read it, or null
 */
public record Exam(
        ExamId id,
        ExamDraft draft,
        FormId form,
        ExamState state,
        @Nullable Instant releasedAt,
        ExamClock clock,
        @Nullable String extraReason,
        @Nullable String pauseReason) {

    /** What attempts at this exam are for. */
    public Purpose purpose() {
        return purpose(id);
    }

    /** Whether candidates may see their results. */
    public boolean isReleased() {
        return state == ExamState.RELEASED;
    }

    static final String PURPOSE = "exam";

    static Purpose purpose(ExamId id) {
        return new Purpose(PURPOSE, id.value());
    }
}

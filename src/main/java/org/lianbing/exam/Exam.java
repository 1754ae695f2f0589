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
 * @param let what somebody let out after the scores
 */
public record Exam(
        ExamId id,
        ExamDraft draft,
        FormId form,
        ExamState state,
        @Nullable Instant releasedAt,
        ExamClock clock,
        @Nullable String extraReason,
        @Nullable String pauseReason,
        Let let) {

    /**
     * What was let out.
     *
     * @param answers when somebody let the answers out; null for not by hand
     * @param explanations the same of the explanations
     * @param disclosed when whatever comes out was out; null before
     */
    public record Let(
            @Nullable Instant answers,
            @Nullable Instant explanations,
            @Nullable Instant disclosed) {

        /** Nothing. */
        public static final Let NOTHING = new Let(null, null, null);
    }

    /** What attempts at this exam are for. */
    public Purpose purpose() {
        return purpose(id);
    }

    /** Whether candidates may see their results. */
    public boolean isReleased() {
        return state == ExamState.RELEASED;
    }

    /** Whether candidates may see what was right. */
    public boolean answersOut(Instant now) {
        return draft.results().answers().isOut(isReleased(), let.answers(), now);
    }

    /** Whether candidates may see why; never before the answers. */
    public boolean explanationsOut(Instant now) {
        return answersOut(now) && draft.results().explanations().isOut(isReleased(), let.explanations(), now);
    }

    /** Whether whatever will come out is out. */
    public boolean saidAll(Instant now) {
        boolean answers = draft.results().showsAnswers() ? answersOut(now) : isReleased();
        return answers && (!draft.results().showsAll() || explanationsOut(now));
    }

    static final String PURPOSE = "exam";

    static Purpose purpose(ExamId id) {
        return new Purpose(PURPOSE, id.value());
    }
}

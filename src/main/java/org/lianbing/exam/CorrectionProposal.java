package org.lianbing.exam;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.PersonId;

/**
 * A proposal to correct a key, and what became of it.
 *
 * @param id which
 * @param exam of which exam
 * @param draft what is proposed
 * @param state where it stands
 * @param basis the generation of the form's keys that it was made from
 * @param proposedBy who
 * @param proposedAt when
 * @param decidedBy the second person; the first one where it was taken back; null while it waits
 * @param decidedAt when
 * @param decision why it was refused; empty otherwise
 * @param generation of the form's keys that it made; null unless approved
 * @param regradedAt when everybody was scored by it; null before
 */
public record CorrectionProposal(
        CorrectionId id,
        ExamId exam,
        CorrectionDraft draft,
        CorrectionState state,
        int basis,
        PersonId proposedBy,
        Instant proposedAt,
        @Nullable PersonId decidedBy,
        @Nullable Instant decidedAt,
        String decision,
        @Nullable Integer generation,
        @Nullable Instant regradedAt) {

    /** Whether it waits for a second person. */
    public boolean waits() {
        return state == CorrectionState.PROPOSED;
    }
}

package org.lianbing.exam;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.lianbing.attempt.AttemptSummary;
import org.lianbing.attempt.PastScore;
import org.lianbing.attempt.SlotResult;

/**
 * What a candidate learns after release.
 *
 * @param exam which exam
 * @param attempt the attempt, scored
 * @param score what was reached
 * @param place on the board, or null where there is none
 * @param participants how many stand on the board, or null where there is none
 * @param slots with keys, and with explanations once those are out; empty until answers are
 * @param errata what was corrected, in the order in which it came into force
 * @param before the results that corrections replaced, the first one first
 */
public record ExamResult(
        Exam exam,
        AttemptSummary attempt,
        BigDecimal score,
        @Nullable Integer place,
        @Nullable Integer participants,
        List<SlotResult> slots,
        List<Erratum> errata,
        List<PastScore> before) {

    public ExamResult {
        slots = List.copyOf(slots);
        errata = List.copyOf(errata);
        before = List.copyOf(before);
    }
}

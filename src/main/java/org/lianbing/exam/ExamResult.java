package org.lianbing.exam;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.lianbing.attempt.AttemptSummary;
import org.lianbing.attempt.SlotResult;

/**
 * What a candidate learns after release.
 *
 * @param exam which exam
 * @param attempt the attempt, scored
 * @param score what was reached
 * @param place on the board, or null where there is none
 * @param participants how many stand on the board, or null where there is none
 * @param slots with keys and explanations; empty where the exam does not show them
 */
public record ExamResult(
        Exam exam,
        AttemptSummary attempt,
        BigDecimal score,
        @Nullable Integer place,
        @Nullable Integer participants,
        List<SlotResult> slots) {

    public ExamResult {
        slots = List.copyOf(slots);
    }
}

package org.lianbing.attempt;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.lianbing.attempt.scoring.Response;
import org.lianbing.attempt.scoring.Scoring;
import org.lianbing.attempt.scoring.SlotScore;
import org.lianbing.paper.Form;

/**
 * What an attempt comes to: a function of the form with its corrections, of the responses and of what people found in
 * them, and of nothing else. The first scoring, the preview of a correction and the regrade after it all ask this one.
 *
 * @param generation of the form's keys by which it was scored
 * @param slots one score a slot
 * @param score their sum
 * @param maxScore what could be reached
 */
record ScoreSheet(int generation, List<SlotScore> slots, BigDecimal score, BigDecimal maxScore) {

    ScoreSheet {
        slots = List.copyOf(slots);
    }

    /** Of a form as it is for the candidate. */
    static ScoreSheet of(
            Form form, Map<Integer, Response> responses, Map<Integer, BigDecimal> marked, Behaviour behaviour) {
        List<SlotScore> slots = Scoring.score(form, responses, marked, behaviour);
        return new ScoreSheet(
                form.generation(),
                slots,
                slots.stream().map(SlotScore::score).reduce(BigDecimal.ZERO, BigDecimal::add),
                form.maxScore());
    }
}

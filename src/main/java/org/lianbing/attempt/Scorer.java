package org.lianbing.attempt;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import org.lianbing.attempt.journal.StoredStep;
import org.lianbing.attempt.scoring.Response;
import org.lianbing.attempt.scoring.Scoring;
import org.lianbing.attempt.scoring.SlotScore;
import org.lianbing.attempt.scoring.StepDigest;
import org.lianbing.attempt.store.AttemptRows;
import org.lianbing.attempt.store.JournalReads;
import org.lianbing.attempt.store.ScoreRows;
import org.lianbing.paper.Form;
import org.lianbing.paper.Forms;

/** Scores attempts that have ended, each once. Inside a transaction that holds the attempt. */
@Component
class Scorer {

    private final Forms forms;
    private final JournalReads journal;
    private final StoredResponses stored;
    private final AttemptRows rows;
    private final ScoreRows scores;

    Scorer(Forms forms, JournalReads journal, StoredResponses stored, AttemptRows rows, ScoreRows scores) {
        this.forms = forms;
        this.journal = journal;
        this.stored = stored;
        this.rows = rows;
        this.scores = scores;
    }

    /** What came out; empty where it was scored before. */
    Optional<Attempt.Outcome> score(Attempt attempt, Instant now) {
        Form form = forms.get(attempt.form()).of(attempt.arrangement().variants());
        List<StoredStep> steps = journal.all(attempt.id());
        Map<Integer, Response> responses = stored.responses(form, steps);
        List<SlotScore> scored = Scoring.score(form, responses, attempt.behaviour());
        Attempt.Outcome outcome =
                new Attempt.Outcome(answered(responses), StepDigest.of(attempt.id(), steps), sum(scored));
        if (!rows.score(attempt.id(), outcome, now)) {
            return Optional.empty();
        }
        scores.insert(attempt.id(), scored);
        return Optional.of(outcome);
    }

    private static int answered(Map<Integer, Response> responses) {
        return (int) responses.values().stream()
                .filter(response -> !(response instanceof Response.Blank))
                .count();
    }

    private static BigDecimal sum(List<SlotScore> scored) {
        return scored.stream().map(SlotScore::score).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

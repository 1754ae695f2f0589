package org.lianbing.attempt;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import org.lianbing.attempt.journal.StoredStep;
import org.lianbing.attempt.scoring.Response;
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

    private static final Logger LOG = LoggerFactory.getLogger(Scorer.class);

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

    /** What came out of an attempt and of each of its slots. */
    private record Scored(Attempt.Result result, List<SlotScore> slots) {}

    /**
     * Which of them this call scored. However many there are, the database is asked three times. One that cannot be
     * scored keeps none of the others from it.
     */
    Set<AttemptId> scoreEach(List<Attempt> attempts, Instant now) {
        Map<AttemptId, List<StoredStep>> steps =
                journal.all(attempts.stream().map(Attempt::id).toList());
        Map<AttemptId, Scored> scored = new LinkedHashMap<>();
        for (Attempt attempt : attempts) {
            try {
                scored.put(attempt.id(), scored(attempt, steps.getOrDefault(attempt.id(), List.of())));
            } catch (RuntimeException e) {
                LOG.error("Attempt {} cannot be scored", attempt.id(), e);
            }
        }
        return keep(scored, now);
    }

    private Set<AttemptId> keep(Map<AttemptId, Scored> scored, Instant now) {
        Map<AttemptId, Attempt.Result> results = new LinkedHashMap<>();
        scored.forEach((id, one) -> results.put(id, one.result()));
        Set<AttemptId> first = rows.score(results, now);
        Map<AttemptId, List<SlotScore>> slots = new LinkedHashMap<>();
        scored.forEach((id, one) -> {
            if (first.contains(id)) {
                slots.put(id, one.slots());
            }
        });
        scores.insert(slots);
        return first;
    }

    /** Nobody has marked anything of what has only just ended. */
    private Scored scored(Attempt attempt, List<StoredStep> steps) {
        Form form = forms.get(attempt.form()).of(attempt.arrangement().variants());
        Map<Integer, Response> responses = stored.responses(form, steps);
        ScoreSheet tally = ScoreSheet.of(form, responses, Map.of(), attempt.behaviour());
        Attempt.Outcome outcome =
                new Attempt.Outcome(answered(responses), StepDigest.of(attempt.id(), steps), tally.score());
        return new Scored(new Attempt.Result(outcome, tally.maxScore(), tally.generation()), tally.slots());
    }

    private static int answered(Map<Integer, Response> responses) {
        return (int) responses.values().stream()
                .filter(response -> !(response instanceof Response.Blank))
                .count();
    }
}

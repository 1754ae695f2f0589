package org.lianbing.attempt;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import org.lianbing.attempt.journal.JournalSum;
import org.lianbing.attempt.scoring.Response;
import org.lianbing.attempt.scoring.SlotScore;
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

    /**
     * What whoever hands in holds in hand: how much is answered, and the digest of it; no score. What cannot be read is
     * left out.
     */
    Map<AttemptId, Attempt.Outcome> inHand(List<Attempt> attempts) {
        Map<AttemptId, JournalSum> sums = sums(attempts);
        Map<AttemptId, Attempt.Outcome> inHand = new LinkedHashMap<>();
        for (Attempt attempt : attempts) {
            try {
                JournalSum own = Objects.requireNonNull(sums.get(attempt.id()));
                int answered = answered(stored.responses(form(attempt), own));
                inHand.put(attempt.id(), new Attempt.Outcome(answered, own.digest(), null));
            } catch (RuntimeException e) {
                LOG.error("Attempt {} cannot be read", attempt.id(), e);
            }
        }
        return inHand;
    }

    /** What came out of an attempt and of each of its slots. */
    private record Scored(Attempt.Result result, List<SlotScore> slots) {}

    /**
     * Which of them this call scored. However many there are, the database is asked three times. One that cannot be
     * scored keeps none of the others from it.
     */
    Set<AttemptId> scoreEach(List<Attempt> attempts, Instant now) {
        Map<AttemptId, JournalSum> sums = sums(attempts);
        Map<AttemptId, Scored> scored = new LinkedHashMap<>();
        for (Attempt attempt : attempts) {
            try {
                scored.put(attempt.id(), scored(attempt, Objects.requireNonNull(sums.get(attempt.id()))));
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
    private Scored scored(Attempt attempt, JournalSum own) {
        Form form = form(attempt);
        Map<Integer, Response> responses = stored.responses(form, own);
        ScoreSheet tally = ScoreSheet.of(form, responses, Map.of(), attempt.behaviour());
        Attempt.Outcome outcome = new Attempt.Outcome(answered(responses), own.digest(), tally.score());
        return new Scored(new Attempt.Result(outcome, tally.maxScore(), tally.generation()), tally.slots());
    }

    private Map<AttemptId, JournalSum> sums(List<Attempt> attempts) {
        return attempts.isEmpty()
                ? Map.of()
                : journal.sums(attempts.stream().map(Attempt::id).toList());
    }

    private Form form(Attempt attempt) {
        return forms.get(attempt.form()).of(attempt.arrangement().variants());
    }

    private static int answered(Map<Integer, Response> responses) {
        return (int) responses.values().stream()
                .filter(response -> !(response instanceof Response.Blank))
                .count();
    }
}

package org.lianbing.attempt;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.attempt.journal.StoredStep;
import org.lianbing.attempt.scoring.SlotScore;
import org.lianbing.attempt.store.JournalReads;
import org.lianbing.attempt.store.RegradeRows;
import org.lianbing.paper.Form;
import org.lianbing.paper.FormId;

/**
 * Scores attempts again after a key was corrected (重判). What will come out and what then does are one function of form
 * and journal; only the regrade keeps it. For the modules that know who may; batches are transactions of their own, so
 * whatever a crash leaves over is found again by its generation.
 */
@Service
public class Regrading {

    private static final int BATCH = 200;

    private final RegradeRows rows;
    private final JournalReads journal;
    private final StoredResponses stored;
    private final MarkedSlots marked;

    Regrading(RegradeRows rows, JournalReads journal, StoredResponses stored, MarkedSlots marked) {
        this.rows = rows;
        this.journal = journal;
        this.stored = stored;
        this.marked = marked;
    }

    /** What became of one attempt: its scores and what of them is new. */
    private record Outcome(Regraded result, List<SlotScore> fresh) {
        boolean isNew() {
            return !fresh.isEmpty() || result.maxBefore().compareTo(result.maxAfter()) != 0 || result.changes();
        }
    }

    /** What would come out for everybody who has a score, with the form as it would be. Changes nothing. */
    @Transactional(readOnly = true)
    public List<Regraded> preview(Purpose purpose, Form form) {
        List<Regraded> all = new ArrayList<>();
        @Nullable AttemptId last = null;
        while (true) {
            List<Attempt> batch = rows.scored(purpose, form.id(), last, BATCH);
            outcomes(batch, form).stream().map(Outcome::result).forEach(all::add);
            if (batch.size() < BATCH) {
                return List.copyOf(all);
            }
            last = batch.getLast().id();
        }
    }

    /**
     * Scores a batch of those again that an older generation of the keys scored.
     *
     * @param form as it is, uncached
     * @return how many; nothing is left for this caller when it is 0
     */
    @Transactional
    public int regrade(Purpose purpose, Form form, Instant now) {
        List<Attempt> batch = rows.holdStale(purpose, form.id(), form.generation(), BATCH);
        List<Outcome> outcomes = outcomes(batch, form);
        outcomes.stream().filter(Outcome::isNew).forEach(one -> {
            AttemptId id = one.result().attempt();
            rows.keep(id, one.fresh().stream().map(SlotScore::slot).toList(), form.generation(), now);
            rows.put(id, one.fresh());
            rows.put(one.result(), form.generation(), now);
        });
        rows.confirm(
                outcomes.stream()
                        .filter(one -> !one.isNew())
                        .map(one -> one.result().attempt())
                        .toList(),
                form.generation());
        return batch.size();
    }

    /** Those of these forms of which somebody still has the score of an older generation than the one given. */
    public Set<FormId> waiting(Purpose purpose, Map<FormId, Integer> generations) {
        return generations.isEmpty() ? Set.of() : rows.stale(purpose, generations);
    }

    /** Everybody who has a score on a form that is none of these, as it stands. */
    public List<Regraded> apartFrom(Purpose purpose, Collection<FormId> forms) {
        return rows.apartFrom(purpose, forms);
    }

    /** Everybody whose result this generation replaced. */
    public List<Regraded> replacedBy(Purpose purpose, FormId form, int generation) {
        return rows.replacedBy(purpose, form, generation);
    }

    /** The results that an attempt had before, the first one first. */
    public List<PastScore> past(AttemptId attempt) {
        return rows.past(attempt);
    }

    private List<Outcome> outcomes(List<Attempt> batch, Form form) {
        List<AttemptId> ids = batch.stream().map(Attempt::id).toList();
        Map<AttemptId, List<StoredStep>> steps = journal.current(ids);
        Map<AttemptId, List<SlotScore>> before = rows.slots(ids);
        Map<AttemptId, Map<Integer, BigDecimal>> marks = marked.fractions(batch, form);
        return batch.parallelStream()
                .map(attempt -> outcome(
                        attempt,
                        form,
                        steps.getOrDefault(attempt.id(), List.of()),
                        marks.getOrDefault(attempt.id(), Map.of()),
                        before.getOrDefault(attempt.id(), List.of())))
                .toList();
    }

    private Outcome outcome(
            Attempt attempt,
            Form form,
            List<StoredStep> steps,
            Map<Integer, BigDecimal> marks,
            List<SlotScore> before) {
        Form own = form.of(attempt.arrangement().variants());
        ScoreSheet tally = ScoreSheet.of(own, stored.responses(own, steps), marks, attempt.behaviour());
        Map<Integer, SlotScore> known = new java.util.HashMap<>();
        before.forEach(score -> known.put(score.slot(), score));
        List<SlotScore> fresh = tally.slots().stream()
                .filter(score -> !same(score, known.get(score.slot())))
                .toList();
        return new Outcome(
                new Regraded(
                        attempt.id(),
                        attempt.person(),
                        attempt.state() == AttemptState.VOID,
                        attempt.score(),
                        attempt.maxScore(),
                        tally.score(),
                        tally.maxScore()),
                fresh);
    }

    /** Figures of the database have all their places. */
    private static boolean same(SlotScore one, @Nullable SlotScore other) {
        return other != null
                && one.reason() == other.reason()
                && one.fraction().compareTo(other.fraction()) == 0
                && one.score().compareTo(other.score()) == 0;
    }
}

package org.lianbing.attempt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.attempt.journal.Step;
import org.lianbing.attempt.scoring.Response;
import org.lianbing.attempt.scoring.Responses;
import org.lianbing.attempt.scoring.Scoring;
import org.lianbing.attempt.scoring.SlotScore;
import org.lianbing.attempt.store.AttemptRows;
import org.lianbing.attempt.store.CheckedStepRows;
import org.lianbing.attempt.store.JournalReads;
import org.lianbing.base.Problem;
import org.lianbing.paper.Embargo;
import org.lianbing.paper.Form;
import org.lianbing.paper.Forms;
import org.lianbing.paper.Slot;
import org.lianbing.paper.SlotFeedback;

/** Immediate feedback: commits the response, locks its slot, and only then shows the key. */
@Component
class Checks {

    private static final Response BLANK = new Response.Blank();

    private final AttemptRows rows;
    private final CheckedStepRows steps;
    private final JournalReads journal;
    private final StoredResponses stored;
    private final Forms forms;
    private final Embargo embargo;
    private final ApplicationEventPublisher events;

    Checks(
            AttemptRows rows,
            CheckedStepRows steps,
            JournalReads journal,
            StoredResponses stored,
            Forms forms,
            Embargo embargo,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.steps = steps;
        this.journal = journal;
        this.stored = stored;
        this.forms = forms;
        this.embargo = embargo;
        this.events = events;
    }

    /** Checks a slot; a slot that was checked gives the same feedback again, whatever is sent with it. */
    @Transactional
    Feedback check(Candidate candidate, Step step) {
        Attempt attempt = rows.hold(candidate.attempt()).orElseThrow(() -> Problem.notFound("base.not-found"));
        attempt.requireEpoch(candidate);
        if (attempt.behaviour() != Behaviour.IMMEDIATE) {
            throw Problem.conflict("attempt.deferred");
        }
        Form form = form(attempt);
        Slot slot = form.slot(step.slot());
        if (!embargo.keptFromCandidates(List.of(slot.item())).isEmpty()) {
            throw Problem.conflict("attempt.embargo");
        }
        boolean first = !attempt.checkedSlots().contains(slot.number());
        if (first) {
            attempt.requireRunning(step.receivedAt());
            lock(step);
            tellIfSettled(attempt, form, slot, step.receivedAt());
        }
        return feedback(attempt, form, slot);
    }

    /** Takes what the writer found in a text that was checked; once, and from then on the same feedback again. */
    @Transactional
    Feedback assess(Candidate candidate, int number, int sequence, Set<String> said, Instant receivedAt) {
        Attempt attempt = rows.hold(candidate.attempt()).orElseThrow(() -> Problem.notFound("base.not-found"));
        attempt.requireEpoch(candidate);
        Form form = form(attempt);
        Slot slot = form.slot(number);
        if (!(responses(attempt, form).get(number) instanceof Response.Written written)
                || !attempt.checkedSlots().contains(number)) {
            throw Problem.conflict("attempt.nothing-to-assess");
        }
        if (!slot.tokens().containsAll(said)) {
            throw Problem.invalid("attempt.unknown-point");
        }
        if (written.said() == null) {
            attempt.requireRunning(receivedAt);
            Response assessed = written.assessed(said);
            Step step = new Step(
                    attempt.id(),
                    candidate.epoch(),
                    sequence,
                    number,
                    Responses.write(slot, assessed).toString(),
                    receivedAt);
            if (!steps.append(step)) {
                throw Problem.conflict("attempt.sequence-used");
            }
            tellIfSettled(attempt, form, slot, receivedAt);
        }
        return feedback(attempt, form, slot);
    }

    private Form form(Attempt attempt) {
        return forms.get(attempt.form()).of(attempt.arrangement().variants());
    }

    /** An item counts once: a 案例 when its last part is checked, a text when its writer has assessed it. */
    private void tellIfSettled(Attempt attempt, Form form, Slot slot, Instant at) {
        List<Slot> item = form.sameItem(slot);
        boolean checked = item.stream()
                .map(Slot::number)
                .allMatch(number ->
                        number == slot.number() || attempt.checkedSlots().contains(number));
        Map<Integer, Response> responses = responses(attempt, form);
        List<SlotScore> scores =
                item.stream().map(each -> score(attempt, each, responses)).toList();
        if (checked && scores.stream().noneMatch(score -> score.reason() == SlotScore.Reason.UNMARKED)) {
            events.publishEvent(new SlotChecked(
                    attempt.id(),
                    attempt.purpose(),
                    attempt.person(),
                    item.getFirst().number(),
                    slot.item(),
                    scores.stream().allMatch(SlotScore::correct),
                    at));
        }
    }

    private Feedback feedback(Attempt attempt, Form form, Slot slot) {
        SlotFeedback reasons = forms.feedback(
                attempt.form(), slot.number(), attempt.arrangement().variants());
        return feedback(attempt, slot, responses(attempt, form), reasons);
    }

    private static Feedback feedback(
            Attempt attempt, Slot slot, Map<Integer, Response> responses, SlotFeedback reasons) {
        Response response = responses.getOrDefault(slot.number(), BLANK);
        return new Feedback(Scoring.score(slot, response, attempt.behaviour()), Scoring.marks(slot, response), reasons);
    }

    private void lock(Step step) {
        if (!steps.append(step)) {
            throw Problem.conflict("attempt.sequence-used");
        }
        rows.lockSlot(step.attempt(), step.slot());
    }

    /** The feedback of these slots again, for a player that was closed in between. */
    List<Feedback> again(Attempt attempt, Collection<Integer> slots) {
        Form form = form(attempt);
        Map<Integer, SlotFeedback> feedbacks = new TreeMap<>(
                forms.feedbacks(attempt.form(), slots, attempt.arrangement().variants()));
        Map<Integer, Response> responses = responses(attempt, form);
        List<Feedback> again = new ArrayList<>();
        feedbacks.forEach((number, reasons) -> again.add(feedback(attempt, form.slot(number), responses, reasons)));
        return again;
    }

    private Map<Integer, Response> responses(Attempt attempt, Form form) {
        return stored.responses(form, journal.current(attempt.id()));
    }

    private static SlotScore score(Attempt attempt, Slot slot, Map<Integer, Response> responses) {
        return Scoring.score(slot, responses.getOrDefault(slot.number(), BLANK), attempt.behaviour());
    }
}

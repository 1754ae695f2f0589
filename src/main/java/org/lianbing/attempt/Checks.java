package org.lianbing.attempt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.attempt.journal.Step;
import org.lianbing.attempt.scoring.Response;
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
        Form form = forms.get(attempt.form());
        Slot slot = form.slot(step.slot());
        if (!embargo.underEmbargo(List.of(slot.item())).isEmpty()) {
            throw Problem.conflict("attempt.embargo");
        }
        boolean first = !attempt.checkedSlots().contains(slot.number());
        if (first) {
            attempt.requireRunning(step.receivedAt());
            lock(step);
        }
        SlotScore score = score(attempt, form, slot);
        if (first) {
            events.publishEvent(new SlotChecked(
                    attempt.id(),
                    attempt.purpose(),
                    attempt.person(),
                    slot.number(),
                    slot.item(),
                    score.correct(),
                    step.receivedAt()));
        }
        return new Feedback(score, forms.feedback(attempt.form(), slot.number()));
    }

    private void lock(Step step) {
        if (!steps.append(step)) {
            throw Problem.conflict("attempt.sequence-used");
        }
        rows.lockSlot(step.attempt(), step.slot());
    }

    /** The feedback of these slots again, for a player that was closed in between. */
    List<Feedback> again(Attempt attempt, Form form, Collection<Integer> slots) {
        Map<Integer, SlotFeedback> feedbacks = new TreeMap<>(forms.feedbacks(attempt.form(), slots));
        Map<Integer, Response> responses = stored.responses(form, journal.current(attempt.id()));
        List<Feedback> again = new ArrayList<>();
        feedbacks.forEach((number, reasons) -> again.add(
                new Feedback(Scoring.score(form.slot(number), responses.getOrDefault(number, BLANK)), reasons)));
        return again;
    }

    private SlotScore score(Attempt attempt, Form form, Slot slot) {
        Map<Integer, Response> responses = stored.responses(form, journal.current(attempt.id()));
        return Scoring.score(slot, responses.getOrDefault(slot.number(), BLANK));
    }
}

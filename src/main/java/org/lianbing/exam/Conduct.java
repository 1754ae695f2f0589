package org.lianbing.exam;

import java.time.Instant;
import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.attempt.AttemptSummary;
import org.lianbing.attempt.Attempts;
import org.lianbing.attempt.Rulings;
import org.lianbing.attempt.SetAsideStep;
import org.lianbing.attempt.SittingCourse;
import org.lianbing.attempt.SittingEvents;
import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.exam.marking.store.MarkingTable;
import org.lianbing.exam.store.CandidateTable;
import org.lianbing.exam.store.TimeTable;

/** What an organizer looks into and decides about one candidate of an exam, bound to the units they organize for. */
@Service
public class Conduct {

    private final Exams exams;
    private final CandidateTable candidates;
    private final TimeTable times;
    private final MarkingTable markings;
    private final Attempts attempts;
    private final Rulings rulings;
    private final ResultHistory history;
    private final SealedItems sealed;
    private final SittingEvents events;
    private final ApplicationEventPublisher publisher;
    private final NotWhoSits avoidance;
    private final AuditLog audit;

    Conduct(
            Exams exams,
            CandidateTable candidates,
            TimeTable times,
            MarkingTable markings,
            Attempts attempts,
            Rulings rulings,
            ResultHistory history,
            SealedItems sealed,
            SittingEvents events,
            ApplicationEventPublisher publisher,
            NotWhoSits avoidance,
            AuditLog audit) {
        this.exams = exams;
        this.candidates = candidates;
        this.times = times;
        this.markings = markings;
        this.attempts = attempts;
        this.rulings = rulings;
        this.history = history;
        this.sealed = sealed;
        this.events = events;
        this.publisher = publisher;
        this.avoidance = avoidance;
        this.audit = audit;
    }

    /** A candidate with their attempt. */
    public Sitting sitting(Actor actor, ExamId id, PersonId person) {
        avoidance.requireUntilReleased(actor, exams.get(actor, id));
        return candidates.roster(id).stream()
                .filter(candidate -> candidate.person().equals(person))
                .findFirst()
                .map(candidate -> new Sitting(
                        person,
                        candidate.seat(),
                        attempts.find(Exam.purpose(id), person).orElse(null)))
                .orElseThrow(() -> Problem.notFound("base.not-found"));
    }

    /**
     * The results that the candidate had before, with the corrections that replaced them; the first one first. Without the
     * corrections where the items are sealed still and the actor does not read them.
     */
    public List<ReplacedResult> history(Actor actor, ExamId id, PersonId person) {
        sitting(actor, id, person);
        List<ReplacedResult> all = history.of(id, person);
        return !all.isEmpty() && sealed.areClosedTo(actor, exams.get(actor, id))
                ? all.stream().map(ReplacedResult::closed).toList()
                : all;
    }

    /** What was set aside of the candidate's answers, late or superseded. */
    public List<SetAsideStep> setAside(Actor actor, ExamId id, PersonId person) {
        AttemptSummary attempt = sitting(actor, id, person).attempt();
        return attempt == null ? List.of() : attempts.setAside(attempt.id());
    }

    /** What happened around the candidate's answers, and what they say about it. */
    public SittingCourse course(Actor actor, ExamId id, PersonId person) {
        AttemptSummary attempt = sitting(actor, id, person).attempt();
        return attempt == null ? SittingCourse.EMPTY : events.of(attempt.id());
    }

    /**
     * Declares the candidate's attempt void; it leaves the ranking, and the candidate reads why.
     *
     * @param reason as the candidate reads it
     */
    @Transactional
    public void declareVoid(Actor actor, ExamId id, PersonId person, String reason, Instant now) {
        AttemptSummary attempt = begun(actor, id, person);
        rulings.declareVoid(attempt.id(), reason, now);
        audit.record(
                actor, "attempt.voided", "attempt", attempt.id().value(), attempt.title() + " · " + reason.strip());
        publisher.publishEvent(new ResultsCorrected(id, now));
    }

    /**
     * Takes that back; the attempt counts as it did before. The results come out before this or after it: once they are
     * out nobody writes any more, since the answers may be out with them, and what was written and waits for a mark is
     * laid out for the markers.
     */
    @Transactional
    public void restore(Actor actor, ExamId id, PersonId person, Instant now) {
        AttemptSummary attempt = begun(actor, id, person);
        times.holdAlone(id);
        if (exams.get(actor, id).state() == ExamState.SCHEDULED) {
            rulings.restore(attempt.id());
        } else {
            markings.openAnew(id);
            rulings.restoreEnded(attempt.id());
        }
        audit.record(actor, "attempt.restored", "attempt", attempt.id().value(), attempt.title());
        publisher.publishEvent(new ResultsCorrected(id, now));
    }

    private AttemptSummary begun(Actor actor, ExamId id, PersonId person) {
        AttemptSummary attempt = sitting(actor, id, person).attempt();
        avoidance.require(actor, id);
        if (attempt == null) {
            throw Problem.conflict("attempt.void-not-possible");
        }
        return attempt;
    }
}

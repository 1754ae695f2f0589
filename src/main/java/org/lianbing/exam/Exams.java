package org.lianbing.exam;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.attempt.AttemptSummary;
import org.lianbing.attempt.Attempts;
import org.lianbing.attempt.Preparations;
import org.lianbing.attempt.Tally;
import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.exam.marking.store.MarkingTable;
import org.lianbing.exam.store.CandidateTable;
import org.lianbing.exam.store.CorrectionTable;
import org.lianbing.exam.store.ExamTable;
import org.lianbing.exam.store.PaperTable;
import org.lianbing.exam.store.TimeTable;
import org.lianbing.organization.Units;
import org.lianbing.paper.Fairness;
import org.lianbing.paper.FormId;
import org.lianbing.paper.Forms;

/** Exams for those who hold them: every call is bound to the units for which the actor organizes. */
@Service
public class Exams {

    private final ExamTable exams;
    private final CandidateTable candidates;
    private final PaperTable papers;
    private final TimeTable times;
    private final MarkingTable markings;
    private final CorrectionTable corrections;
    private final Forms forms;
    private final Attempts attempts;
    private final Preparations preparations;
    private final Units units;
    private final Release release;
    private final Disclosing disclosing;
    private final NotWhoSits avoidance;
    private final AuditLog audit;

    Exams(
            ExamTable exams,
            CandidateTable candidates,
            PaperTable papers,
            TimeTable times,
            MarkingTable markings,
            CorrectionTable corrections,
            Forms forms,
            Attempts attempts,
            Preparations preparations,
            Units units,
            Release release,
            Disclosing disclosing,
            NotWhoSits avoidance,
            AuditLog audit) {
        this.exams = exams;
        this.candidates = candidates;
        this.papers = papers;
        this.times = times;
        this.markings = markings;
        this.corrections = corrections;
        this.forms = forms;
        this.attempts = attempts;
        this.preparations = preparations;
        this.units = units;
        this.release = release;
        this.disclosing = disclosing;
        this.avoidance = avoidance;
        this.audit = audit;
    }

    /**
     * Fixes the roster over papers that were frozen for it; seats are numbered in the order given, and neighbours by seat
     * get different forms where there are several.
     */
    @Transactional
    public ExamId schedule(Actor actor, ExamDraft draft, Papers frozen, List<PersonId> roster, Instant now) {
        actor.require(Role.ORGANIZER);
        if (!units.within(actor.unitsFor(Role.ORGANIZER)).contains(draft.unit())) {
            throw Problem.forbidden("exam.unit-out-of-reach");
        }
        if (!now.isBefore(draft.window().closesAt())) {
            throw Problem.invalid("exam.window-past");
        }
        if (roster.isEmpty()) {
            throw Problem.invalid("exam.nobody");
        }
        ExamId id = ExamId.next();
        exams.insert(id, draft, frozen.forms().getFirst(), now);
        papers.insert(id, frozen.forms(), frozen.shuffled(), frozen.fairness());
        if (forms.askForMarkers(frozen.forms())) {
            markings.insert(id);
        }
        candidates.insert(id, List.copyOf(new LinkedHashSet<>(roster)));
        audit.record(actor, "exam.scheduled", "exam", id.value(), draft.title());
        return id;
    }

    /** An exam of the actor's units. */
    public Exam get(Actor actor, ExamId id) {
        actor.require(Role.ORGANIZER);
        return exams.find(id)
                .filter(exam -> units.within(actor.unitsFor(Role.ORGANIZER))
                        .contains(exam.draft().unit()))
                .orElseThrow(() -> Problem.notFound("base.not-found"));
    }

    /** The same for whoever decides about it, which nobody may who sits it. */
    private Exam toDecide(Actor actor, ExamId id) {
        Exam exam = get(actor, id);
        avoidance.require(actor, id);
        return exam;
    }

    /** The forms of exams, with the exam of each. For the modules above, which decide who may know. */
    public Map<FormId, ExamId> forms(Collection<ExamId> ids) {
        return ids.isEmpty() ? Map.of() : papers.forms(ids);
    }

    /** How alike the forms of an exam of the actor's units are; empty for one from before there was a report. */
    public Optional<Fairness> fairness(Actor actor, ExamId id) {
        return papers.fairness(get(actor, id).id());
    }

    /** Whether people have to mark something of an exam of the actor's units. */
    public boolean markedByPeople(Actor actor, ExamId id) {
        return markings.find(get(actor, id).id()).isPresent();
    }

    /** Everybody on the roster with how they stand, by seat. */
    public List<Sitting> sittings(Actor actor, ExamId id) {
        get(actor, id);
        return sittings(id);
    }

    /** The same for the modules that turn scores into results; they decide who may see them. */
    public List<Sitting> sittings(ExamId id) {
        Map<PersonId, AttemptSummary> byPerson = attempts.all(Exam.purpose(id)).stream()
                .collect(Collectors.toMap(AttemptSummary::person, Function.identity()));
        return candidates.roster(id).stream()
                .map(candidate -> new Sitting(candidate.person(), candidate.seat(), byPerson.get(candidate.person())))
                .toList();
    }

    /** Only those who have a result, by seat. */
    public List<Sitting> scored(ExamId id) {
        Map<PersonId, AttemptSummary> byPerson = attempts.scored(Exam.purpose(id)).stream()
                .collect(Collectors.toMap(AttemptSummary::person, Function.identity()));
        return candidates.roster(id).stream()
                .map(candidate -> new Sitting(candidate.person(), candidate.seat(), byPerson.get(candidate.person())))
                .filter(Sitting::isScored)
                .toList();
    }

    /** How many are where. */
    public Figures figures(Actor actor, ExamId id) {
        return Figures.of(sittings(actor, id));
    }

    /** How many are ready for the start, and how many have begun. */
    public Turnout turnout(Actor actor, ExamId id) {
        get(actor, id);
        return Turnout.of(candidates.count(id), preparations.tally(Exam.purpose(id)));
    }

    /** Whether nobody is at work any more and nobody may start: what was written can be marked. Checks no role. */
    public boolean everybodyDone(Exam exam, Instant now) {
        return release.everybodyDone(exam, now);
    }

    /** Lets everybody see their results, once the window is over or all are done, and all is scored. */
    public void release(Actor actor, ExamId id, Instant now) {
        Exam exam = toDecide(actor, id);
        release.byHand(exam, now);
        audit.record(actor, "exam.released", "exam", id.value(), exam.draft().title());
    }

    /** Lets candidates see what was right, where that is done by hand or is to be sooner than stated. */
    @Transactional
    public void discloseAnswers(Actor actor, ExamId id, Instant now) {
        Exam exam = toDecide(actor, id);
        if (!exams.letAnswersOut(id, now)) {
            throw Problem.conflict("exam.disclose-once");
        }
        audit.record(actor, "exam.answers-out", "exam", id.value(), exam.draft().title());
        disclosing.ifDue(get(actor, id), now);
    }

    /** Lets candidates see why; they do from then on, or from when the answers are out. */
    @Transactional
    public void discloseExplanations(Actor actor, ExamId id, Instant now) {
        Exam exam = toDecide(actor, id);
        if (!exams.letExplanationsOut(id, now)) {
            throw Problem.conflict("exam.disclose-once");
        }
        audit.record(
                actor, "exam.explanations-out", "exam", id.value(), exam.draft().title());
        disclosing.ifDue(get(actor, id), now);
    }

    /**
     * Takes an exam back before it opens; its items are free again. It waits for the starts that are on their way, and
     * whoever began with them keeps the exam.
     */
    @Transactional
    public void cancel(Actor actor, ExamId id, Instant now) {
        toDecide(actor, id);
        times.holdAlone(id);
        Exam exam = get(actor, id);
        if (exam.clock().phaseAt(now) != ExamPhase.BEFORE || hasBegun(exam) || !exams.cancel(id)) {
            throw Problem.conflict("exam.cancel-too-late");
        }
        preparations.discard(exam.purpose());
        giveUp(papers.forms(id), id);
        audit.record(actor, "exam.cancelled", "exam", id.value(), exam.draft().title());
    }

    /** Nobody had them, so nothing is kept; save where somebody proposed to correct one, and asks what became of it. */
    private void giveUp(List<FormId> all, ExamId id) {
        if (corrections.of(id).isEmpty()) {
            papers.delete(id);
            forms.remove(all);
        } else {
            all.forEach(forms::discard);
        }
    }

    private boolean hasBegun(Exam exam) {
        Tally tally = attempts.tally(exam.purpose());
        return tally.settled() + tally.unsettled() > 0;
    }
}

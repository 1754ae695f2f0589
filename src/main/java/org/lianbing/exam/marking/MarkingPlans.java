package org.lianbing.exam.marking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.account.GrantedPeople;
import org.lianbing.account.People;
import org.lianbing.account.PersonName;
import org.lianbing.attempt.Markings;
import org.lianbing.attempt.OpinionRule;
import org.lianbing.attempt.SlotOfForm;
import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.exam.Exam;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.ExamState;
import org.lianbing.exam.Exams;
import org.lianbing.exam.NotWhoSits;
import org.lianbing.exam.SealedItems;
import org.lianbing.exam.marking.store.MarkingTable;
import org.lianbing.exam.marking.store.ProgressTable;
import org.lianbing.exam.store.CandidateTable;
import org.lianbing.notice.Inbox;
import org.lianbing.notice.NoticeDraft;
import org.lianbing.paper.Forms;

/**
 * Marking, for the organizer: who marks, by which rule, until when, how far it is, and how far opinions lie apart. Never
 * for who sits it.
 */
@Service
public class MarkingPlans {

    private static final int MOST_MARKERS = 200;
    private static final int MOST_DIFFERENCES = 200;

    private final Exams exams;
    private final MarkingTable table;
    private final ProgressTable progress;
    private final MarkingAccess access;
    private final Sides sides;
    private final NotWhoSits avoidance;
    private final CandidateTable candidates;
    private final Questions questions;
    private final LayOut layOut;
    private final Markings markings;
    private final Forms forms;
    private final SealedItems sealed;
    private final GrantedPeople granted;
    private final People people;
    private final Inbox inbox;
    private final AuditLog audit;

    MarkingPlans(
            Exams exams,
            MarkingTable table,
            ProgressTable progress,
            MarkingAccess access,
            Sides sides,
            NotWhoSits avoidance,
            CandidateTable candidates,
            Questions questions,
            LayOut layOut,
            Markings markings,
            Forms forms,
            SealedItems sealed,
            GrantedPeople granted,
            People people,
            Inbox inbox,
            AuditLog audit) {
        this.exams = exams;
        this.table = table;
        this.progress = progress;
        this.access = access;
        this.sides = sides;
        this.avoidance = avoidance;
        this.candidates = candidates;
        this.questions = questions;
        this.layOut = layOut;
        this.markings = markings;
        this.forms = forms;
        this.sealed = sealed;
        this.granted = granted;
        this.people = people;
        this.inbox = inbox;
        this.audit = audit;
    }

    /** The title of an exam of the actor's units. */
    public String title(Actor actor, ExamId id) {
        return exams.get(actor, id).draft().title();
    }

    /** Whether anything of an exam is marked by people. */
    public boolean asks(Actor actor, ExamId id) {
        return exams.markedByPeople(actor, id);
    }

    /** How an exam is marked. */
    public MarkingPlan plan(Actor actor, ExamId id) {
        Exam exam = toPlan(actor, id);
        MarkingTable.Row row = row(exam);
        List<PersonId> named =
                table.markers(id).stream().map(MarkingTable.Marker::person).toList();
        Map<PersonId, PersonName> names = people.names(named);
        return new MarkingPlan(
                markings.rule(exam.purpose()),
                row.dueAt(),
                row.openedAt(),
                named.stream().flatMap(one -> Stream.ofNullable(names.get(one))).toList());
    }

    /** Who could be named: judges for the unit and the trade who do not sit the exam themselves, by name. */
    public List<PersonName> candidates(Actor actor, ExamId id) {
        Exam exam = toPlan(actor, id);
        Set<PersonId> sitting = sitting(id);
        return granted.holding(Role.JUDGE, exam.draft().trade()).stream()
                .filter(one -> !sitting.contains(one.id()))
                .filter(one -> access.judges(one.id(), exam))
                .toList();
    }

    /**
     * Lays down how the exam is marked.
     *
     * @throws Problem conflict, once there is a mark and the rule would be another one
     */
    @Transactional
    public void lay(Actor actor, ExamId id, OpinionRule rule, @Nullable Instant dueAt, Instant now) {
        Exam exam = markable(actor, id);
        OpinionRule before = markings.rule(exam.purpose());
        if (before.opinions() != rule.opinions() || before.difference().compareTo(rule.difference()) != 0) {
            markings.lay(exam.purpose(), rule);
        }
        table.setDue(id, dueAt);
        if (row(exam).openedAt() != null) {
            layOut.run(exam, now);
        }
        audit.record(
                actor,
                "exam.marking-laid",
                "exam",
                id.value(),
                exam.draft().title() + " · " + rule.opinions() + " · "
                        + rule.difference().toPlainString());
    }

    /**
     * Names just these as markers; who is new is told.
     *
     * @throws Problem invalid, where one of them is no judge here, or sits the exam
     */
    @Transactional
    public void name(Actor actor, ExamId id, Collection<PersonId> chosen, Instant now) {
        Exam exam = markable(actor, id);
        Set<PersonId> wanted = new LinkedHashSet<>(chosen);
        if (wanted.size() > MOST_MARKERS) {
            throw Problem.invalid("exam.marking.too-many", MOST_MARKERS);
        }
        if (wanted.contains(actor.person()) && sealed.areClosedTo(actor, exam)) {
            throw Problem.forbidden("exam.marking.sealed");
        }
        Set<PersonId> sitting = sitting(id);
        Map<PersonId, PersonName> names = people.names(wanted);
        Map<UnitId, UnitId> side =
                sides.of(exam, names.values().stream().map(PersonName::unit).collect(Collectors.toSet()));
        List<PersonId> fresh = new ArrayList<>();
        for (PersonId person : wanted) {
            PersonName name = names.get(person);
            if (sitting.contains(person)) {
                throw Problem.invalid("exam.marking.sits", name == null ? "" : name.name());
            }
            if (name == null || !access.judges(person, exam)) {
                throw Problem.invalid("exam.marking.no-judge", name == null ? "" : name.name());
            }
            UnitId stands = Objects.requireNonNull(side.get(name.unit()));
            if (table.name(id, new MarkingTable.Marker(person, stands), actor.person(), now)) {
                fresh.add(person);
            }
        }
        table.keepOnly(id, wanted);
        inbox.send(
                fresh,
                NoticeDraft.of(
                        "exam.marking.notice.named", "marking", exam.draft().title()));
        audit.record(
                actor, "exam.markers-named", "exam", id.value(), exam.draft().title() + " · " + wanted.size());
    }

    /** How far it is. */
    public MarkingProgress progress(Actor actor, ExamId id) {
        Exam exam = toPlan(actor, id);
        row(exam);
        return new MarkingProgress(
                ofQuestions(exam, !sealed.areClosedTo(actor, exam)),
                ofMarkers(id),
                progress.stuck(id, exam.draft().unit()));
    }

    /** How many attempts wait for markers before the results can come out; 0 where nothing is marked. */
    public int open(Actor actor, ExamId id) {
        Exam exam = exams.get(actor, id);
        return table.find(exam.id()).isEmpty()
                ? 0
                : progress.questions(id).values().stream()
                        .mapToInt(one -> one.answers() - one.done())
                        .sum();
    }

    /** Where a third opinion was asked, what waits for it first, then the widest apart. */
    public List<Difference> differences(Actor actor, ExamId id) {
        row(toPlan(actor, id));
        return progress.differences(id, MOST_DIFFERENCES);
    }

    /** @param told whether it is said what is asked */
    private List<MarkingProgress.OfQuestion> ofQuestions(Exam exam, boolean told) {
        List<Question> all = questions.of(exam.id());
        Map<Integer, ProgressTable.OfQuestion> figures = progress.questions(exam.id());
        Map<SlotOfForm, Integer> blanks = markings.blanks(
                exam.purpose(),
                all.stream().flatMap(question -> question.places().stream()).toList());
        return all.stream()
                .map(question -> {
                    ProgressTable.OfQuestion one =
                            figures.getOrDefault(question.number(), ProgressTable.OfQuestion.NONE);
                    SlotOfForm place = question.places().getFirst();
                    return new MarkingProgress.OfQuestion(
                            question,
                            told ? forms.guide(place.form(), place.slot()).stem() : null,
                            one.answers(),
                            one.done(),
                            question.places().stream()
                                    .mapToInt(at -> blanks.getOrDefault(at, 0))
                                    .sum(),
                            one.twice(),
                            one.thirds(),
                            one.meanDifference(),
                            one.mean());
                })
                .toList();
    }

    private List<MarkingProgress.OfMarker> ofMarkers(ExamId id) {
        Map<PersonId, ProgressTable.OfMarker> figures = progress.markers(id);
        Set<PersonId> all = new LinkedHashSet<>();
        table.markers(id).forEach(marker -> all.add(marker.person()));
        all.addAll(figures.keySet());
        Map<PersonId, PersonName> names = people.names(all);
        return all.stream()
                .map(person -> {
                    ProgressTable.OfMarker one = figures.getOrDefault(person, ProgressTable.OfMarker.NONE);
                    PersonName name = names.get(person);
                    return new MarkingProgress.OfMarker(
                            person,
                            name == null ? "" : name.name(),
                            one.marked(),
                            one.claimed(),
                            one.mean(),
                            one.meanDifference());
                })
                .toList();
    }

    private Set<PersonId> sitting(ExamId id) {
        Set<PersonId> sitting = new LinkedHashSet<>();
        candidates.roster(id).forEach(one -> sitting.add(one.person()));
        return sitting;
    }

    private Exam toPlan(Actor actor, ExamId id) {
        Exam exam = exams.get(actor, id);
        avoidance.require(actor, id);
        return exam;
    }

    /** An exam that is being marked, or in which something waits still though the results are out. */
    private Exam markable(Actor actor, ExamId id) {
        Exam exam = toPlan(actor, id);
        row(exam);
        table.hold(id);
        if (exam.state() != ExamState.SCHEDULED && !table.waits(id)) {
            throw Problem.conflict("exam.marking.released");
        }
        return exam;
    }

    private MarkingTable.Row row(Exam exam) {
        Optional<MarkingTable.Row> row = table.find(exam.id());
        return row.orElseThrow(() -> Problem.conflict("exam.marking.nothing"));
    }
}

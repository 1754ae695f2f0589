package org.lianbing.exam;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;

import org.lianbing.account.People;
import org.lianbing.account.PersonName;
import org.lianbing.attempt.AttemptId;
import org.lianbing.attempt.AttemptState;
import org.lianbing.attempt.AttemptSummary;
import org.lianbing.attempt.Attempts;
import org.lianbing.attempt.Preparations;
import org.lianbing.attempt.SlotResult;
import org.lianbing.attempt.Started;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.exam.store.CandidateTable;
import org.lianbing.exam.store.ExamTable;
import org.lianbing.exam.store.PaperTable;
import org.lianbing.paper.Form;
import org.lianbing.paper.FormId;
import org.lianbing.paper.Forms;
import org.lianbing.paper.SealedForm;
import org.lianbing.paper.Seals;
import org.lianbing.paper.SlotKey;
import org.lianbing.ranking.BoardId;
import org.lianbing.ranking.Boards;
import org.lianbing.ranking.Standing;
import org.lianbing.ranking.SubjectId;

/** Exams for those who sit them: always about the person who asks. */
@Service
public class Admission {

    private static final int MOST = 100;

    private final ExamTable exams;
    private final CandidateTable candidates;
    private final PaperTable papers;
    private final Attempts attempts;
    private final Forms forms;
    private final Boards boards;
    private final Starts starts;
    private final LoneStart alone;
    private final Preparations preparations;
    private final Seals seals;
    private final Readiness readiness;
    private final People people;
    private final Errata errata;

    Admission(
            ExamTable exams,
            CandidateTable candidates,
            PaperTable papers,
            Attempts attempts,
            Forms forms,
            Boards boards,
            Starts starts,
            LoneStart alone,
            Preparations preparations,
            Seals seals,
            Readiness readiness,
            People people,
            Errata errata) {
        this.exams = exams;
        this.candidates = candidates;
        this.papers = papers;
        this.attempts = attempts;
        this.forms = forms;
        this.boards = boards;
        this.starts = starts;
        this.alone = alone;
        this.preparations = preparations;
        this.seals = seals;
        this.readiness = readiness;
        this.people = people;
        this.errata = errata;
    }

    /** The exams on whose roster the person stands, the latest first. */
    public List<MyExam> mine(PersonId person, Instant now) {
        return exams.of(person, MOST).stream()
                .map(exam -> new MyExam(
                        exam,
                        exam.clock().phaseAt(now),
                        attempts.find(exam.purpose(), person).orElse(null)))
                .toList();
    }

    /** What the waiting room shows. */
    public ExamFacts facts(PersonId person, ExamId id, Instant now) {
        Exam exam = held(id);
        Form form = forms.get(exam.form());
        Optional<CandidateTable.Own> own = candidates.own(id, person);
        return new ExamFacts(
                exam,
                exam.clock().phaseAt(now),
                form.slots().size(),
                form.maxScore(),
                form.rules(),
                form.slots().stream().anyMatch(slot -> slot.key() instanceof SlotKey.Written),
                name(person),
                candidates.seat(id, person).orElse(null),
                own.orElse(CandidateTable.Own.NONE).extra(),
                own.orElse(CandidateTable.Own.NONE).reason(),
                attempts.find(exam.purpose(), person).orElse(null));
    }

    /**
     * Starts the person's one attempt, or finds the one that runs; the first start fixes the deadline. Whoever began may
     * come back after the last moment to start, and while the exam is paused. What was prepared starts together with
     * whatever else arrives at this instant.
     *
     * @param device a random name the client keeps; another one takes over
     */
    public Started start(PersonId person, ExamId id, String device, Instant now) {
        return starts.start(id, person, device, now).orElseGet(() -> alone.start(person, id, device, now));
    }

    /** What opens the sealed form, for somebody who has started and for nobody else. */
    public byte[] key(Started started) {
        return seals.key(started.form());
    }

    /**
     * What a candidate's device may hold before the start: the arrangement, where an attempt is prepared, and how the
     * sealed form is called.
     *
     * @throws Problem forbidden for who is not on the roster
     */
    public Prepared prepared(PersonId person, ExamId id) {
        Exam exam = held(id);
        return new Prepared(
                exam,
                seals.sealed(form(person, id)),
                preparations
                        .find(exam.purpose(), person)
                        .filter(attempt -> attempt.state() == AttemptState.PREPARED)
                        .orElse(null),
                name(person));
    }

    /** The candidate's own form, sealed. That the device has it is noted for the organizer. */
    public SealedForm sealed(PersonId person, ExamId id) {
        FormId form = form(person, held(id).id());
        readiness.note(id, person);
        return seals.sealed(form);
    }

    private FormId form(PersonId person, ExamId id) {
        return papers.own(id, person)
                .map(PaperTable.Own::form)
                .orElseThrow(() -> Problem.forbidden("exam.not-on-roster"));
    }

    private String name(PersonId person) {
        PersonName name = people.names(List.of(person)).get(person);
        return name == null ? "" : name.name();
    }

    /**
     * The result of the person's own attempt.
     *
     * @throws Problem a conflict before release, and while something of it waits for a mark
     */
    public ExamResult result(PersonId person, ExamId id, AttemptId attemptId, Instant now) {
        Exam exam = held(id);
        AttemptSummary attempt = attempts.get(attemptId);
        if (!attempt.purpose().equals(exam.purpose()) || !attempt.person().equals(person)) {
            throw Problem.notFound("base.not-found");
        }
        if (attempt.voidReason() != null) {
            throw Problem.conflict("attempt.void", attempt.voidReason());
        }
        if (!exam.isReleased() || attempt.score() == null || attempt.unmarked() > 0) {
            throw notReleased(exam);
        }
        BoardId board = exam.draft().board();
        Optional<Standing> standing =
                board == null ? Optional.empty() : boards.standing(board, new SubjectId(person.value()));
        return new ExamResult(
                exam,
                attempt,
                attempt.score(),
                standing.map(Standing::place).orElse(null),
                board == null ? null : boards.participants(board),
                slots(exam, attemptId, now),
                errata.of(exam, attempt.form(), now),
                errata.before(attemptId));
    }

    /** Nothing of the slots before the answers are out, since a verdict may tell one; and no reasons before theirs. */
    private List<SlotResult> slots(Exam exam, AttemptId attempt, Instant now) {
        if (!exam.answersOut(now)) {
            return List.of();
        }
        List<SlotResult> slots = attempts.resultsOut(attempt, papers.forms(exam.id()));
        return exam.explanationsOut(now)
                ? slots
                : slots.stream().map(SlotResult::unexplained).toList();
    }

    private static Problem notReleased(Exam exam) {
        if (exam.isReleased() || exam.draft().releaseRule() == ReleaseRule.MANUAL) {
            return Problem.conflict("exam.not-released");
        }
        return Problem.conflict("exam.not-released")
                .with("releasesAt", exam.clock().lastDeadline());
    }

    private Exam held(ExamId id) {
        return exams.find(id)
                .filter(exam -> exam.state() != ExamState.CANCELLED)
                .orElseThrow(() -> Problem.notFound("base.not-found"));
    }
}

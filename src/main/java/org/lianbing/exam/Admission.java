package org.lianbing.exam;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.attempt.AttemptId;
import org.lianbing.attempt.AttemptRequest;
import org.lianbing.attempt.AttemptSummary;
import org.lianbing.attempt.Attempts;
import org.lianbing.attempt.Behaviour;
import org.lianbing.attempt.Started;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.exam.store.CandidateTable;
import org.lianbing.exam.store.ExamTable;
import org.lianbing.exam.store.PaperTable;
import org.lianbing.exam.store.TimeTable;
import org.lianbing.paper.Form;
import org.lianbing.paper.Forms;
import org.lianbing.ranking.BoardId;
import org.lianbing.ranking.Boards;
import org.lianbing.ranking.Standing;
import org.lianbing.ranking.SubjectId;
import org.lianbing.trade.Trades;

/** Exams for those who sit them: always about the person who asks. */
@Service
public class Admission {

    private static final int MOST = 100;

    private final ExamTable exams;
    private final CandidateTable candidates;
    private final TimeTable times;
    private final PaperTable papers;
    private final Attempts attempts;
    private final Forms forms;
    private final Boards boards;
    private final Trades trades;

    Admission(
            ExamTable exams,
            CandidateTable candidates,
            TimeTable times,
            PaperTable papers,
            Attempts attempts,
            Forms forms,
            Boards boards,
            Trades trades) {
        this.exams = exams;
        this.candidates = candidates;
        this.times = times;
        this.papers = papers;
        this.attempts = attempts;
        this.forms = forms;
        this.boards = boards;
        this.trades = trades;
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
                own.isPresent(),
                own.orElse(CandidateTable.Own.NONE).extra(),
                own.orElse(CandidateTable.Own.NONE).reason(),
                attempts.find(exam.purpose(), person).orElse(null));
    }

    /**
     * Starts the person's one attempt, or finds the one that runs; the first start fixes the deadline. Whoever began may
     * come back after the last moment to start, and while the exam is paused.
     *
     * @param device a random name the client keeps; another one takes over
     */
    @Transactional
    public Started start(PersonId person, ExamId id, String device, Instant now) {
        times.hold(id);
        Exam exam = held(id);
        CandidateTable.Own own = candidates.own(id, person).orElseThrow(() -> Problem.forbidden("exam.not-on-roster"));
        ExamClock clock = exam.clock();
        ExamPhase phase = clock.phaseAt(now);
        if ((phase != ExamPhase.OPEN || clock.isPaused()) && !hasBegun(exam, person)) {
            throw notNow(exam, phase);
        }
        return attempts.start(request(exam, person, own, now), device, now);
    }

    private boolean hasBegun(Exam exam, PersonId person) {
        return attempts.find(exam.purpose(), person)
                .map(attempt -> attempt.startedAt() != null)
                .orElse(false);
    }

    private static Problem notNow(Exam exam, ExamPhase phase) {
        return switch (phase) {
            case BEFORE ->
                Problem.conflict("exam.not-open-yet")
                        .with("opensAt", exam.draft().window().opensAt());
            case OVER ->
                Problem.conflict("exam.over").with("closesAt", exam.clock().lastEntry());
            case OPEN -> Problem.conflict("exam.paused", Objects.requireNonNullElse(exam.pauseReason(), ""));
        };
    }

    /** What an attempt of somebody who never came is. */
    AttemptRequest request(Exam exam, PersonId person, Instant now) {
        return request(exam, person, CandidateTable.Own.NONE, now);
    }

    /** What an attempt of a person at an exam is, begun at this moment. */
    private AttemptRequest request(Exam exam, PersonId person, CandidateTable.Own own, Instant now) {
        Duration extra = exam.clock().extra().plus(own.extra());
        String why = own.extra().isZero() ? exam.extraReason() : own.reason();
        PaperTable.Own paper = papers.own(exam.id(), person).orElseThrow(() -> Problem.forbidden("exam.not-on-roster"));
        return new AttemptRequest(
                paper.form(),
                person,
                exam.purpose(),
                Behaviour.DEFERRED,
                exam.draft().title(),
                trades.get(exam.draft().trade()).name(),
                exam.clock().deadlineFrom(now, own.extra()),
                exam.draft().window().grace(),
                paper.shuffled(),
                "/contests",
                extra.isZero() ? AttemptRequest.Extra.NONE : new AttemptRequest.Extra(extra, why));
    }

    /**
     * The result of the person's own attempt.
     *
     * @throws Problem a conflict before release
     */
    public ExamResult result(PersonId person, ExamId id, AttemptId attemptId) {
        Exam exam = held(id);
        AttemptSummary attempt = attempts.get(attemptId);
        if (!attempt.purpose().equals(exam.purpose()) || !attempt.person().equals(person)) {
            throw Problem.notFound("base.not-found");
        }
        if (attempt.voidReason() != null) {
            throw Problem.conflict("attempt.void", attempt.voidReason());
        }
        if (!exam.isReleased() || attempt.score() == null) {
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
                exam.draft().showsAnswers() ? attempts.results(attemptId) : List.of());
    }

    private static Problem notReleased(Exam exam) {
        if (exam.draft().releaseRule() == ReleaseRule.MANUAL) {
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

package org.lianbing.exam;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.attempt.AttemptState;
import org.lianbing.attempt.AttemptSummary;
import org.lianbing.attempt.Attempts;
import org.lianbing.attempt.Clocks;
import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.exam.store.CandidateTable;
import org.lianbing.exam.store.TimeTable;

/**
 * Decisions about the time of an exam that was scheduled: extra time, pauses, and an attempt that goes on after the clock
 * had closed it. Bound to the units for which the actor organizes, and never for who sits it. Each changes the exam and
 * all attempts that it touches in one transaction; the moment at which it happens is read when they are held, so that
 * what reached the server before is before.
 *
 * <p>Extra time never opens again what has ended: an attempt that the clock closed a moment before stays closed, and the
 * decision says how many it reached. But where it moves the last moment to start ahead of now again, whoever was noted as
 * absent may still come. To let one of them go on is a decision of its own, {@link #reopen}.
 */
@Service
public class Timekeeping {

    /** How long a reason may be. */
    public static final int LONGEST_REASON = Clocks.LONGEST_REASON;

    /** The most that can be given, or taken back, at a time. */
    public static final Duration MOST = Duration.ofHours(4);

    private final Exams exams;
    private final TimeTable times;
    private final CandidateTable candidates;
    private final Attempts attempts;
    private final Clocks clocks;
    private final Absences absences;
    private final NotWhoSits avoidance;
    private final TimeLog log;
    private final ApplicationEventPublisher events;

    Timekeeping(
            Exams exams,
            TimeTable times,
            CandidateTable candidates,
            Attempts attempts,
            Clocks clocks,
            Absences absences,
            NotWhoSits avoidance,
            TimeLog log,
            ApplicationEventPublisher events) {
        this.exams = exams;
        this.times = times;
        this.candidates = candidates;
        this.attempts = attempts;
        this.clocks = clocks;
        this.absences = absences;
        this.avoidance = avoidance;
        this.log = log;
        this.events = events;
    }

    /** What was decided, the latest first. */
    public List<TimeDecision> decisions(Actor actor, ExamId id) {
        exams.get(actor, id);
        return times.decisions(id);
    }

    /** Whom a decision for all would reach now. */
    public TimeReach reach(Actor actor, ExamId id, Instant now) {
        boolean over = exams.get(actor, id).clock().phaseAt(now) == ExamPhase.OVER;
        List<Sitting> sittings = exams.sittings(actor, id);
        int atWork = (int) sittings.stream().filter(Sitting::isRunning).count();
        int toCome = over
                ? 0
                : (int) sittings.stream()
                        .filter(one -> !one.hasCome() && !one.isAbsent())
                        .count();
        return new TimeReach(atWork, toCome, sittings.size() - atWork - toCome);
    }

    /**
     * Gives extra time, or takes some back, to all or to one: at once to who is at work, at their start to who is still
     * to come.
     *
     * @param person for whom alone; null for all
     * @param by not zero, at most four hours; negative to take back
     * @param reason as the candidates read it
     * @throws Problem conflict, where a deadline would lie in the past, more was taken back than given, or it reaches
     *     nobody
     */
    @Transactional
    public TimeDecision extend(
            Actor actor, ExamId id, @Nullable PersonId person, Duration by, String reason, InstantSource time) {
        String words = words(reason);
        if (by.isZero() || by.abs().compareTo(MOST) > 0) {
            throw Problem.invalid("exam.extra-bounds", MOST.toMinutes());
        }
        Exam exam = heldAlone(actor, id);
        return person == null
                ? extendAll(actor, exam, by, words, time)
                : extendOne(actor, exam, person, by, words, time);
    }

    private TimeDecision extendAll(Actor actor, Exam exam, Duration by, String reason, InstantSource time) {
        requireEnough(exam.clock().extra(), by);
        ExamClock next = exam.clock().extended(by);
        Clocks.Change change = clocks.extend(exam.purpose(), null, by, reason, time);
        ExamPhase before = exam.clock().phaseAt(change.at());
        if (before == ExamPhase.OVER && change.affected() == 0) {
            throw Problem.conflict("exam.time-nobody");
        }
        if (before != ExamPhase.OVER && next.phaseAt(change.at()) == ExamPhase.OVER) {
            throw Problem.conflict("exam.extra-past-entry");
        }
        times.set(exam.id(), next, reason, exam.pauseReason());
        if (before == ExamPhase.OVER && next.phaseAt(change.at()) != ExamPhase.OVER) {
            absences.takeBack(exam);
        }
        return log.note(actor, exam, change, TimeDecision.Kind.EXTRA, null, by, reason);
    }

    private TimeDecision extendOne(
            Actor actor, Exam exam, PersonId person, Duration by, String reason, InstantSource time) {
        CandidateTable.Own own =
                candidates.own(exam.id(), person).orElseThrow(() -> Problem.notFound("base.not-found"));
        requireEnough(own.extra(), by);
        Clocks.Change change = clocks.extend(exam.purpose(), person, by, reason, time);
        if (change.affected() == 0 && !isToCome(exam, person, change.at())) {
            throw Problem.conflict("exam.time-ended");
        }
        candidates.setOwn(exam.id(), person, new CandidateTable.Own(own.extra().plus(by), reason));
        return log.note(actor, exam, change, TimeDecision.Kind.EXTRA, person, by, reason);
    }

    private boolean isToCome(Exam exam, PersonId person, Instant now) {
        return exam.clock().phaseAt(now) != ExamPhase.OVER
                && attempts.find(exam.purpose(), person)
                        .map(attempt -> attempt.state() == AttemptState.PREPARED)
                        .orElse(true);
    }

    private static void requireEnough(Duration given, Duration by) {
        if (given.plus(by).isNegative()) {
            throw Problem.conflict("exam.extra-below-zero", given.toMinutes());
        }
    }

    /**
     * Lets the clock stand, for all or for one: no answer counts that comes later than this moment, and nobody starts.
     * Before the opening the opening waits.
     * Whose time was over already stays as they are.
     *
     * @param reason as the candidates read it
     * @throws Problem conflict, where it stands already or nobody is at work
     */
    @Transactional
    public TimeDecision pause(Actor actor, ExamId id, @Nullable PersonId person, String reason, InstantSource time) {
        String words = words(reason);
        Exam exam = heldAlone(actor, id);
        if (person == null && exam.clock().isPaused()) {
            throw Problem.conflict("exam.paused-already");
        }
        Clocks.Change change = clocks.pause(exam.purpose(), person, words, time);
        boolean toCome = exam.clock().phaseAt(change.at()) != ExamPhase.OVER;
        if (change.affected() == 0 && (person != null || !toCome)) {
            throw Problem.conflict(person == null ? "exam.pause-nobody" : "exam.pause-not-at-work");
        }
        if (person == null) {
            times.set(id, exam.clock().paused(change.at()), exam.extraReason(), words);
        }
        return log.note(actor, exam, change, TimeDecision.Kind.PAUSE, person, Duration.ZERO, words);
    }

    /**
     * Lets it run again: every deadline is later by exactly the pause. Who is paused alone and for all goes on when both
     * are over.
     *
     * @throws Problem conflict, where it runs
     */
    @Transactional
    public TimeDecision resume(Actor actor, ExamId id, @Nullable PersonId person, InstantSource time) {
        Exam exam = heldAlone(actor, id);
        Instant pausedAt = exam.clock().pausedAt();
        if (person == null && pausedAt == null) {
            throw Problem.conflict("exam.not-paused");
        }
        Clocks.Change change = clocks.resume(exam.purpose(), person, time);
        if (person != null && change.affected() == 0) {
            throw Problem.conflict("exam.not-paused");
        }
        Duration stood = person == null && pausedAt != null ? Duration.between(pausedAt, change.at()) : change.stood();
        if (person == null) {
            times.set(id, exam.clock().resumed(change.at()), exam.extraReason(), null);
        }
        return log.note(actor, exam, change, TimeDecision.Kind.RESUME, person, stood, "");
    }

    /**
     * Lets somebody go on whom the clock had stopped, for so long from now; their score is forgotten until they end
     * again. What the candidate handed in by hand stays handed in.
     *
     * @param reason as the candidate reads it
     * @throws Problem conflict, where it was not the clock that ended it, or the exam is paused
     */
    @Transactional
    public TimeDecision reopen(
            Actor actor, ExamId id, PersonId person, Duration by, String reason, InstantSource time) {
        String words = words(reason);
        if (by.compareTo(Duration.ZERO) <= 0 || by.compareTo(MOST) > 0) {
            throw Problem.invalid("exam.extra-bounds", MOST.toMinutes());
        }
        Exam exam = heldAlone(actor, id);
        if (exam.clock().isPaused()) {
            throw Problem.conflict("exam.paused-already");
        }
        AttemptSummary attempt =
                attempts.find(exam.purpose(), person).orElseThrow(() -> Problem.notFound("base.not-found"));
        Clocks.Change change = clocks.reopen(attempt.id(), by, words, time);
        events.publishEvent(new ResultsCorrected(id, change.at()));
        return log.note(actor, exam, change, TimeDecision.Kind.REOPEN, person, by, words);
    }

    private Exam heldAlone(Actor actor, ExamId id) {
        exams.get(actor, id);
        avoidance.require(actor, id);
        times.holdAlone(id);
        Exam exam = exams.get(actor, id);
        if (exam.state() != ExamState.SCHEDULED) {
            throw Problem.conflict("exam.time-settled");
        }
        return exam;
    }

    private static String words(String reason) {
        String words = reason.strip();
        if (words.isEmpty() || words.length() > LONGEST_REASON) {
            throw Problem.invalid("exam.time-reason", LONGEST_REASON);
        }
        return words;
    }
}

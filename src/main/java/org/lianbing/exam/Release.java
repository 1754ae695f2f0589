package org.lianbing.exam;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import org.lianbing.attempt.Attempts;
import org.lianbing.attempt.AttemptsScored;
import org.lianbing.attempt.Tally;
import org.lianbing.base.Problem;
import org.lianbing.exam.store.CandidateTable;
import org.lianbing.exam.store.ExamTable;
import org.lianbing.exam.store.TimeTable;

/**
 * Brings results out, once. Whoever comes first, the last candidate's score, the job or the organizer, holds the exam's
 * clock and its row and looks once more; for the others there is nothing left to do.
 */
@Component
class Release {

    private static final Logger LOG = LoggerFactory.getLogger(Release.class);

    private final ExamTable exams;
    private final CandidateTable candidates;
    private final TimeTable times;
    private final Attempts attempts;
    private final Disclosing disclosing;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Release(
            ExamTable exams,
            CandidateTable candidates,
            TimeTable times,
            Attempts attempts,
            Disclosing disclosing,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.exams = exams;
        this.candidates = candidates;
        this.times = times;
        this.attempts = attempts;
        this.disclosing = disclosing;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(AttemptsScored scored) {
        if (scored.purpose().kind().equals(Exam.PURPOSE)) {
            exams.find(new ExamId(scored.purpose().id())).ifPresent(exam -> follow(exam, clock.instant()));
        }
    }

    /** A score that comes after the release is of an attempt that was restored; all that follows from scores is anew. */
    private void follow(Exam exam, Instant now) {
        if (exam.isReleased()) {
            events.publishEvent(new ResultsCorrected(exam.id(), now));
        } else {
            ifDue(exam, now);
        }
    }

    /** Where the last one at work was declared void, there is nobody left to wait for. */
    @ApplicationModuleListener
    void on(ResultsCorrected corrected) {
        exams.find(corrected.exam()).ifPresent(exam -> ifDue(exam, clock.instant()));
    }

    /** For the exams whose last candidate never came, and for what a crash left over. */
    @Scheduled(fixedDelay = 1000)
    void catchUp() {
        Instant now = clock.instant();
        for (ExamId id : exams.waitingForRelease(now)) {
            try {
                exams.find(id).ifPresent(exam -> ifDue(exam, now));
            } catch (RuntimeException e) {
                LOG.warn("The results of exam {} could not be released; trying again in a second", id, e);
            }
        }
    }

    /** Releases an exam with the automatic rule when the time has come; otherwise does nothing. */
    boolean ifDue(Exam exam, Instant now) {
        return exam.draft().releaseRule() == ReleaseRule.AUTOMATIC
                && hindrance(exam, now).isEmpty()
                && release(exam, now).isEmpty();
    }

    /** Nobody who is at work is kept waiting for a look that is refused anyway. */
    void byHand(Exam exam, Instant now) {
        Optional<Problem> hindrance = hindrance(exam, now).or(() -> release(exam, now));
        if (hindrance.isPresent()) {
            throw hindrance.get();
        }
    }

    /**
     * Whether nobody is at work any more and nobody may start: what was written can be marked. After the release it waits
     * for the score of who was restored.
     */
    boolean everybodyDone(Exam exam, Instant now) {
        return exam.state() != ExamState.CANCELLED && unsettled(exam, now) == 0;
    }

    /** Whether nobody is at work any more and everybody who was is scored: from then on keys may be looked at. */
    boolean settled(Exam exam, Instant now) {
        return exam.isReleased()
                || exam.state() == ExamState.SCHEDULED
                        && exam.clock().phaseAt(now) == ExamPhase.OVER
                        && unsettled(exam, now) == 0;
    }

    /**
     * For how many one has to wait: while somebody may still start for all who are not done, then only for who began, and
     * these may be at work for long after it. An exam that is paused is not over.
     */
    private int unsettled(Exam exam, Instant now) {
        boolean open = exam.clock().phaseAt(now) != ExamPhase.OVER;
        Tally tally = attempts.tally(exam.purpose());
        return open ? candidates.count(exam.id()).roster() - tally.settled() : tally.unsettled();
    }

    /** How many are handed in with something that waits for a marker. */
    private int unmarked(Exam exam) {
        return attempts.tally(exam.purpose()).unmarked();
    }

    /** Why the results cannot come out; empty where they can. */
    private Optional<Problem> hindrance(Exam exam, Instant now) {
        if (exam.state() != ExamState.SCHEDULED) {
            return Optional.of(Problem.conflict("exam.release-once"));
        }
        int unsettled = unsettled(exam, now);
        if (unsettled > 0) {
            return Optional.of(Problem.conflict("exam.still-running", unsettled));
        }
        int unmarked = unmarked(exam);
        return unmarked > 0
                ? Optional.of(Problem.conflict("exam.marking.open", unmarked).with("open", unmarked))
                : Optional.empty();
    }

    /**
     * Brings them out, unless there is a hindrance after all. Holding the exam's clock and its row it looks once more: a
     * decision may have let somebody go on just before, a second thought may have opened a response again.
     */
    private Optional<Problem> release(Exam exam, Instant now) {
        return Objects.requireNonNull(transaction.execute(status -> {
            times.holdAlone(exam.id());
            exams.holdKeys(exam.id());
            Exam held = exams.find(exam.id()).orElse(exam);
            Optional<Problem> hindrance = hindrance(held, now);
            if (hindrance.isEmpty() && exams.release(held.id(), now)) {
                events.publishEvent(new ExamReleased(held.id(), now));
                exams.find(held.id()).ifPresent(released -> disclosing.ifDue(released, now));
            }
            return hindrance;
        }));
    }
}

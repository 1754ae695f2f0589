package org.lianbing.exam;

import java.time.Clock;
import java.time.Instant;

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

/**
 * Brings results out, once. Whoever comes first, the last candidate's score, the job or the organizer, changes the
 * state under a condition; for the others there is nothing left to do.
 */
@Component
class Release {

    private static final Logger LOG = LoggerFactory.getLogger(Release.class);

    private final ExamTable exams;
    private final CandidateTable candidates;
    private final Attempts attempts;
    private final Disclosing disclosing;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Release(
            ExamTable exams,
            CandidateTable candidates,
            Attempts attempts,
            Disclosing disclosing,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.exams = exams;
        this.candidates = candidates;
        this.attempts = attempts;
        this.disclosing = disclosing;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(AttemptsScored scored) {
        if (scored.purpose().kind().equals(Exam.PURPOSE)) {
            exams.find(new ExamId(scored.purpose().id())).ifPresent(exam -> ifDue(exam, clock.instant()));
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
        return exam.state() == ExamState.SCHEDULED
                && exam.draft().releaseRule() == ReleaseRule.AUTOMATIC
                && unsettled(exam, now) == 0
                && unmarked(exam) == 0
                && release(exam, now);
    }

    void byHand(Exam exam, Instant now) {
        if (exam.state() != ExamState.SCHEDULED) {
            throw Problem.conflict("exam.release-once");
        }
        int unsettled = unsettled(exam, now);
        if (unsettled > 0) {
            throw Problem.conflict("exam.still-running", unsettled);
        }
        int unmarked = unmarked(exam);
        if (unmarked > 0) {
            throw Problem.conflict("exam.marking.open", unmarked).with("open", unmarked);
        }
        if (!release(exam, now)) {
            throw Problem.conflict("exam.release-once");
        }
    }

    /** Whether nobody is at work any more and nobody may start: what was written can be marked. */
    boolean everybodyDone(Exam exam, Instant now) {
        return exam.state() == ExamState.SCHEDULED && unsettled(exam, now) == 0;
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

    /** Holding the exam's row, it looks once more: a second thought may have opened a response again just before. */
    private boolean release(Exam exam, Instant now) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!exams.release(exam.id(), now)) {
                return false;
            }
            if (unmarked(exam) > 0) {
                status.setRollbackOnly();
                return false;
            }
            events.publishEvent(new ExamReleased(exam.id(), now));
            exams.find(exam.id()).ifPresent(released -> disclosing.ifDue(released, now));
            return true;
        }));
    }
}

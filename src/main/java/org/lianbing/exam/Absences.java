package org.lianbing.exam;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import org.lianbing.attempt.Rulings;
import org.lianbing.base.PersonId;
import org.lianbing.exam.store.CandidateTable;
import org.lianbing.exam.store.ExamTable;
import org.lianbing.exam.store.PaperTable;
import org.lianbing.exam.store.TimeTable;

/**
 * Notes once who did not come, when nobody may start an exam any more. It works from what stands in the database alone, so
 * that a server that was down over the end notes it when it is back; every node may run it.
 */
@Component
class Absences {

    private static final Logger LOG = LoggerFactory.getLogger(Absences.class);

    private final ExamTable exams;
    private final CandidateTable candidates;
    private final PaperTable papers;
    private final TimeTable times;
    private final Terms terms;
    private final Rulings rulings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Absences(
            ExamTable exams,
            CandidateTable candidates,
            PaperTable papers,
            TimeTable times,
            Terms terms,
            Rulings rulings,
            TransactionTemplate transaction,
            Clock clock) {
        this.exams = exams;
        this.candidates = candidates;
        this.papers = papers;
        this.times = times;
        this.terms = terms;
        this.rulings = rulings;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1000)
    void catchUp() {
        Instant now = clock.instant();
        for (ExamId id : exams.waitingForAbsences(now)) {
            try {
                exams.find(id).ifPresent(exam -> note(exam, now));
            } catch (RuntimeException e) {
                LOG.warn("Who did not come to exam {} could not be noted; trying again in a second", id, e);
            }
        }
    }

    /**
     * People may start again, by a decision about the time that holds the clock: nobody is absent for now. What was
     * prepared is prepared anew; nothing was answered in it.
     */
    void takeBack(Exam exam) {
        if (exams.forgetAbsences(exam.id())) {
            rulings.forgetAbsent(exam.purpose());
        }
    }

    /**
     * Whoever began keeps their attempt; the others get one that says that they were absent. The clock is held meanwhile:
     * a decision that lets people start for longer comes before this or after it.
     */
    private void note(Exam exam, Instant now) {
        transaction.executeWithoutResult(status -> {
            times.holdAlone(exam.id());
            boolean over = exams.find(exam.id())
                    .filter(read -> read.clock().phaseAt(now) == ExamPhase.OVER)
                    .isPresent();
            if (over && exams.markAbsencesNoted(exam.id(), now)) {
                List<PersonId> roster = candidates.roster(exam.id()).stream()
                        .map(CandidateTable.Candidate::person)
                        .toList();
                rulings.noteAbsent(
                        terms.request(
                                exam, roster.getFirst(), papers.deal(exam.id()).of(1), CandidateTable.Own.NONE, now),
                        roster);
            }
        });
    }
}

package org.lianbing.exam;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import org.lianbing.attempt.Preparations;
import org.lianbing.base.OwnThread;
import org.lianbing.base.PersonId;
import org.lianbing.exam.store.CandidateTable;
import org.lianbing.exam.store.ExamTable;
import org.lianbing.exam.store.PaperTable;
import org.lianbing.paper.Seals;

/**
 * Prepares an attempt for everybody on the roster as soon as an exam is scheduled, some hundred to a commit. It works
 * from what stands in the database alone: whoever has an attempt is passed over, so that a crash in the middle costs
 * nothing, and every node may run it.
 */
@Component
class Preparation {

    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);
    private static final int BATCH = 500;

    private final ExamTable exams;
    private final CandidateTable candidates;
    private final PaperTable papers;
    private final Terms terms;
    private final Preparations preparations;
    private final Seals seals;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final OwnThread thread = new OwnThread();

    Preparation(
            ExamTable exams,
            CandidateTable candidates,
            PaperTable papers,
            Terms terms,
            Preparations preparations,
            Seals seals,
            TransactionTemplate transaction,
            Clock clock) {
        this.exams = exams;
        this.candidates = candidates;
        this.papers = papers;
        this.terms = terms;
        this.preparations = preparations;
        this.seals = seals;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** With a form for each candidate it takes a while. */
    @Scheduled(fixedDelay = 1000)
    void look() {
        thread.run(this::catchUp);
    }

    void catchUp() {
        for (ExamId id : exams.waitingForPreparation(clock.instant())) {
            try {
                exams.find(id).ifPresent(this::prepare);
            } catch (RuntimeException e) {
                LOG.warn("The attempts of exam {} could not be prepared; trying again in a second", id, e);
            }
        }
    }

    @PreDestroy
    void end() {
        thread.close();
    }

    /** Prepares what is missing; again and again the same. */
    void prepare(Exam exam) {
        PaperTable.Deal deal = papers.deal(exam.id());
        deal.forms().forEach(seals::sealed);
        List<CandidateTable.Candidate> roster = candidates.roster(exam.id());
        for (int from = 0; from < roster.size(); from += BATCH) {
            List<CandidateTable.Candidate> batch = roster.subList(from, Math.min(roster.size(), from + BATCH));
            if (!Boolean.TRUE.equals(transaction.execute(status -> prepare(exam, deal, batch)))) {
                return;
            }
        }
        exams.markPrepared(exam.id(), clock.instant());
    }

    /** Whether there was an exam to prepare for: it is held meanwhile, so that it cannot be called off in between. */
    private boolean prepare(Exam exam, PaperTable.Deal deal, List<CandidateTable.Candidate> batch) {
        if (!exams.holdScheduled(exam.id())) {
            return false;
        }
        Instant now = clock.instant();
        Map<PaperTable.Own, List<PersonId>> byForm = batch.stream()
                .collect(Collectors.groupingBy(
                        one -> deal.of(one.seat()),
                        Collectors.mapping(CandidateTable.Candidate::person, Collectors.toList())));
        byForm.forEach((paper, people) -> preparations.prepare(
                terms.request(exam, people.getFirst(), paper, CandidateTable.Own.NONE, now), people));
        return true;
    }
}

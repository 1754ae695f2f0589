package org.lianbing.exam;

import java.time.Instant;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.attempt.Attempts;
import org.lianbing.attempt.Started;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.exam.store.CandidateTable;
import org.lianbing.exam.store.ExamTable;
import org.lianbing.exam.store.PaperTable;
import org.lianbing.exam.store.TimeTable;

/** The start of one person for whom nothing is prepared, or who has begun before. */
@Component
class LoneStart {

    private final ExamTable exams;
    private final CandidateTable candidates;
    private final PaperTable papers;
    private final TimeTable times;
    private final Attempts attempts;
    private final Terms terms;

    LoneStart(
            ExamTable exams,
            CandidateTable candidates,
            PaperTable papers,
            TimeTable times,
            Attempts attempts,
            Terms terms) {
        this.exams = exams;
        this.candidates = candidates;
        this.papers = papers;
        this.times = times;
        this.attempts = attempts;
        this.terms = terms;
    }

    @Transactional
    public Started start(PersonId person, ExamId id, String device, Instant now) {
        times.hold(id);
        Exam exam = exams.find(id)
                .filter(found -> found.state() != ExamState.CANCELLED)
                .orElseThrow(() -> Problem.notFound("base.not-found"));
        CandidateTable.Own own = candidates.own(id, person).orElseThrow(() -> Problem.forbidden("exam.not-on-roster"));
        if (!terms.isOpen(exam, now) && !hasBegun(exam, person)) {
            throw terms.notNow(exam, now);
        }
        PaperTable.Own paper = papers.own(id, person).orElseThrow(() -> Problem.forbidden("exam.not-on-roster"));
        return attempts.start(terms.request(exam, person, paper, own, now), device, now);
    }

    private boolean hasBegun(Exam exam, PersonId person) {
        return attempts.find(exam.purpose(), person)
                .map(attempt -> attempt.startedAt() != null)
                .orElse(false);
    }
}

package org.lianbing.exam;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.attempt.Preparations;
import org.lianbing.attempt.PreparedStart;
import org.lianbing.attempt.Started;
import org.lianbing.base.PersonId;
import org.lianbing.exam.store.CandidateTable;
import org.lianbing.exam.store.ExamTable;
import org.lianbing.exam.store.PaperTable;
import org.lianbing.exam.store.TimeTable;

/** Many starts of one exam in one transaction: the exam is read once, and one statement begins all that is prepared. */
@Component
class StartBatch {

    private final ExamTable exams;
    private final CandidateTable candidates;
    private final TimeTable times;
    private final Terms terms;
    private final Preparations preparations;

    StartBatch(ExamTable exams, CandidateTable candidates, TimeTable times, Terms terms, Preparations preparations) {
        this.exams = exams;
        this.candidates = candidates;
        this.times = times;
        this.terms = terms;
        this.preparations = preparations;
    }

    /** Who of them began now; whoever is left out has nothing prepared, or may not begin at this moment. */
    @Transactional
    public Map<PersonId, Started> begin(ExamId id, List<Starts.Asked> asked) {
        times.hold(id);
        Optional<Exam> exam = exams.find(id);
        if (exam.isEmpty()) {
            return Map.of();
        }
        Map<PersonId, CandidateTable.Own> owns = candidates.owns(id);
        List<PreparedStart> starts = asked.stream()
                .filter(one -> terms.isOpen(exam.get(), one.at()))
                .map(one -> start(exam.get(), owns, one))
                .toList();
        return starts.isEmpty() ? Map.of() : preparations.start(starts);
    }

    private PreparedStart start(Exam exam, Map<PersonId, CandidateTable.Own> owns, Starts.Asked asked) {
        // Which form is theirs was settled when the attempt was prepared.
        PaperTable.Own any = new PaperTable.Own(exam.form(), true);
        CandidateTable.Own own = owns.getOrDefault(asked.person(), CandidateTable.Own.NONE);
        return new PreparedStart(terms.request(exam, asked.person(), any, own, asked.at()), asked.device(), asked.at());
    }
}

package org.lianbing.exam;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.lianbing.attempt.Attempts;
import org.lianbing.attempt.PastScore;
import org.lianbing.attempt.Regrading;
import org.lianbing.base.PersonId;
import org.lianbing.exam.store.CorrectionTable;

/** The results that corrections replaced: what they were, when and why they went, and by whom. */
@Component
class ResultHistory {

    private final CorrectionTable table;
    private final Attempts attempts;
    private final Regrading regrading;

    ResultHistory(CorrectionTable table, Attempts attempts, Regrading regrading) {
        this.table = table;
        this.attempts = attempts;
        this.regrading = regrading;
    }

    /** Of one candidate, the first one first. */
    List<ReplacedResult> of(ExamId exam, PersonId person) {
        List<CorrectionProposal> all = table.of(exam);
        return attempts.find(Exam.purpose(exam), person)
                .map(attempt -> regrading.past(attempt.id()).stream()
                        .map(past -> new ReplacedResult(past, causes(all, past)))
                        .toList())
                .orElse(List.of());
    }

    private static List<CorrectionProposal> causes(List<CorrectionProposal> all, PastScore past) {
        return all.stream().filter(one -> causes(one.generation(), past)).toList();
    }

    private static boolean causes(@Nullable Integer generation, PastScore past) {
        return generation != null && generation > past.generation() && generation <= past.replacedBy();
    }
}

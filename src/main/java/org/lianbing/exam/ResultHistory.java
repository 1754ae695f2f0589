package org.lianbing.exam;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.lianbing.attempt.Attempts;
import org.lianbing.attempt.PastScore;
import org.lianbing.attempt.Regrading;
import org.lianbing.base.PersonId;
import org.lianbing.exam.store.CorrectionTable;
import org.lianbing.paper.Correction;
import org.lianbing.paper.Corrections;
import org.lianbing.paper.FormId;

/** The results that corrections replaced: what they were, when and why they went, and by whom. */
@Component
class ResultHistory {

    private final CorrectionTable table;
    private final Attempts attempts;
    private final Regrading regrading;
    private final Corrections corrections;

    ResultHistory(CorrectionTable table, Attempts attempts, Regrading regrading, Corrections corrections) {
        this.table = table;
        this.attempts = attempts;
        this.regrading = regrading;
        this.corrections = corrections;
    }

    /** Of one candidate, the first one first. */
    List<ReplacedResult> of(ExamId exam, PersonId person) {
        List<CorrectionProposal> all = table.of(exam);
        return attempts.find(Exam.purpose(exam), person)
                .map(attempt -> {
                    List<CorrectionProposal> own = ofForm(all, attempt.form());
                    return regrading.past(attempt.id()).stream()
                            .map(past -> new ReplacedResult(past, causes(own, past)))
                            .toList();
                })
                .orElse(List.of());
    }

    /** Those that stand in the candidate's own form. */
    private List<CorrectionProposal> ofForm(List<CorrectionProposal> all, FormId form) {
        Set<Integer> generations =
                corrections.of(form).stream().map(Correction::generation).collect(Collectors.toSet());
        return all.stream()
                .filter(one -> generations.contains(one.generation()))
                .toList();
    }

    private static List<CorrectionProposal> causes(List<CorrectionProposal> all, PastScore past) {
        return all.stream().filter(one -> causes(one.generation(), past)).toList();
    }

    private static boolean causes(@Nullable Integer generation, PastScore past) {
        return generation != null && generation > past.generation() && generation <= past.replacedBy();
    }
}

package org.lianbing.exam;

import java.util.Optional;

import org.springframework.stereotype.Service;

import org.lianbing.exam.store.CorrectionTable;
import org.lianbing.exam.store.ExamTable;

/** Proposals to correct keys, for the modules above that tell about them; checks no role. */
@Service
public class Proposals {

    private final CorrectionTable table;
    private final ExamTable exams;

    Proposals(CorrectionTable table, ExamTable exams) {
        this.table = table;
        this.exams = exams;
    }

    /** One of them. */
    public Optional<CorrectionProposal> find(CorrectionId id) {
        return table.find(id);
    }

    /** The title of its exam. */
    public String title(CorrectionProposal proposal) {
        return exams.find(proposal.exam()).map(exam -> exam.draft().title()).orElse("");
    }
}

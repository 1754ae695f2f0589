package org.lianbing.competition;

import org.springframework.stereotype.Service;

import org.lianbing.base.Problem;
import org.lianbing.competition.store.CompetitionTable;
import org.lianbing.exam.ExamId;

/**
 * The way from a competition to the papers that are printed for it. Setters of a sealed set come here who organize
 * nothing; who may have what is decided where it is printed.
 */
@Service
public class ContestPapers {

    private final CompetitionTable competitions;

    ContestPapers(CompetitionTable competitions) {
        this.competitions = competitions;
    }

    /** The exam of an opened competition. Says nothing about it. */
    public ExamId exam(CompetitionId id) {
        Stage stage = competitions
                .find(id)
                .orElseThrow(() -> Problem.notFound("base.not-found"))
                .stage();
        if (stage == null) {
            throw Problem.notFound("base.not-found");
        }
        return stage.exam();
    }
}

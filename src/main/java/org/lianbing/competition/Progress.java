package org.lianbing.competition;

import java.time.Clock;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

import org.lianbing.attempt.AttemptsScored;
import org.lianbing.competition.store.CompetitionTable;
import org.lianbing.competition.store.StageTable;
import org.lianbing.exam.ExamDisclosed;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.ExamReleased;
import org.lianbing.exam.ResultsCorrected;
import org.lianbing.ranking.BoardState;
import org.lianbing.ranking.Boards;

/** Follows the exam of a competition: scores go to the board, release makes it final. Each may come twice. */
@Component
class Progress {

    private final CompetitionTable competitions;
    private final StageTable stages;
    private final Boards boards;
    private final Clock clock;

    Progress(CompetitionTable competitions, StageTable stages, Boards boards, Clock clock) {
        this.competitions = competitions;
        this.stages = stages;
        this.boards = boards;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(AttemptsScored scored) {
        // Exams are the only attempts whose id can be that of a stage.
        stages.of(new ExamId(scored.purpose().id())).ifPresent(stage -> boards.touch(stage.board()));
    }

    @ApplicationModuleListener
    void on(ResultsCorrected corrected) {
        stages.of(corrected.exam()).ifPresent(stage -> {
            boards.touch(stage.board());
            boards.announce(stage.board(), corrected.at());
        });
    }

    /** What is said about corrections may say more now. */
    @ApplicationModuleListener
    void on(ExamDisclosed disclosed) {
        stages.of(disclosed.exam()).ifPresent(stage -> boards.announce(stage.board(), disclosed.at()));
    }

    @ApplicationModuleListener
    void on(ExamReleased released) {
        stages.of(released.exam()).ifPresent(stage -> {
            boards.recompute(stage.board(), clock.instant());
            boards.show(stage.board(), BoardState.FINAL, released.at());
            competitions.markClosed(stage.competition(), released.at());
        });
    }
}

package org.lianbing.competition;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.Level;
import org.lianbing.base.Problem;
import org.lianbing.competition.store.CompetitionTable;
import org.lianbing.competition.store.EntryTable;
import org.lianbing.competition.store.OpeningTable;
import org.lianbing.competition.store.OpeningTable.Begun;
import org.lianbing.competition.store.StageTable;
import org.lianbing.exam.AccessDesk;
import org.lianbing.exam.ExamDraft;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.Exams;
import org.lianbing.exam.Papers;
import org.lianbing.paper.Forms;
import org.lianbing.ranking.BoardId;
import org.lianbing.ranking.BoardState;
import org.lianbing.ranking.Boards;
import org.lianbing.ranking.Subtitle;
import org.lianbing.trade.Trades;

/** How an opening ends, in the transaction of the caller: the exam is there, or nothing is. */
@Component
class OpeningEnd {

    private final CompetitionTable competitions;
    private final OpeningTable openings;
    private final StageTable stages;
    private final EntryTable entries;
    private final Entrants entrants;
    private final SealedPapers sealed;
    private final Trades trades;
    private final Forms forms;
    private final Exams exams;
    private final AccessDesk access;
    private final Boards boards;
    private final MessageSource texts;
    private final AuditLog audit;

    OpeningEnd(
            CompetitionTable competitions,
            OpeningTable openings,
            StageTable stages,
            EntryTable entries,
            Entrants entrants,
            SealedPapers sealed,
            Trades trades,
            Forms forms,
            Exams exams,
            AccessDesk access,
            Boards boards,
            MessageSource texts,
            AuditLog audit) {
        this.competitions = competitions;
        this.openings = openings;
        this.stages = stages;
        this.entries = entries;
        this.entrants = entrants;
        this.sealed = sealed;
        this.trades = trades;
        this.forms = forms;
        this.exams = exams;
        this.access = access;
        this.boards = boards;
        this.texts = texts;
        this.audit = audit;
    }

    /**
     * Schedules the exam, once every form is frozen; false before, and where somebody else does it.
     *
     * @throws Problem a conflict, where nobody may take part any more or the window has passed meanwhile
     */
    boolean open(Actor opener, Begun opening, Competition competition, Instant now) {
        if (!openings.holdComplete(opening.id())) {
            return false;
        }
        CompetitionDraft draft = competition.draft();
        List<Entry> admitted = entrants.of(competition, opener.person(), openings.versions(opening.id()));
        BoardId board = boards.create(draft.name(), subtitle(draft), now);
        Papers papers = new Papers(
                openings.forms(opening.id()), draft.paperRules().shuffled(), openings.fairness(opening.id()));
        ExamId exam = exams.schedule(opener, exam(competition, board), papers, Entrants.roster(admitted), now);
        if (!draft.access().isEmpty()) {
            access.change(opener, exam, draft.access());
        }
        stages.insert(new Stage(competition.id(), 1, exam, board));
        entries.replace(competition.id(), admitted);
        if (draft.liveBoard()) {
            boards.show(board, BoardState.LIVE, now);
        }
        openings.delete(opening.id());
        if (!competitions.markOpen(competition.id(), now)) {
            throw Problem.conflict("competition.not-open");
        }
        audit.record(
                opener, "competition.opened", "competition", competition.id().value(), draft.name());
        return true;
    }

    /** A draft again, and of its papers nothing is left. The caller holds the opening. */
    void drop(Actor actor, Begun opening, Competition competition) {
        forms.remove(openings.removeForms(opening.id()));
        sealed.giveBack(actor, competition);
        if (!competitions.markDraft(competition.id())) {
            throw Problem.conflict("competition.not-open");
        }
    }

    /** Why it came to nothing, in both languages: the one who asks later may read another than the one who opened. */
    OpeningProgress.Failure failure(Problem problem, Instant now) {
        return new OpeningProgress.Failure(
                now,
                problem.code(),
                texts.getMessage(problem.code(), problem.arguments(), Locale.SIMPLIFIED_CHINESE),
                texts.getMessage(problem.code(), problem.arguments(), Locale.ENGLISH));
    }

    private static ExamDraft exam(Competition competition, BoardId board) {
        CompetitionDraft draft = competition.draft();
        return new ExamDraft(
                draft.name(),
                draft.trade(),
                draft.level(),
                competition.unit(),
                draft.window(),
                draft.results(),
                board,
                draft.aids());
    }

    private Subtitle subtitle(CompetitionDraft draft) {
        return new Subtitle(subtitle(draft, Locale.SIMPLIFIED_CHINESE), subtitle(draft, Locale.ENGLISH));
    }

    private String subtitle(CompetitionDraft draft, Locale language) {
        String trade = trades.get(draft.trade()).name(language);
        Level level = draft.level();
        return level == null ? trade : trade + " · " + texts.getMessage("base.level." + level.code(), null, language);
    }
}

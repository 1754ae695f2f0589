package org.lianbing.competition;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

import org.lianbing.bank.DrawingContest;
import org.lianbing.bank.SealedContests;
import org.lianbing.bank.SealedSetId;
import org.lianbing.bank.SealedShare;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.PersonId;
import org.lianbing.base.TradeId;
import org.lianbing.competition.store.CompetitionTable;
import org.lianbing.competition.store.StageTable;
import org.lianbing.exam.ExamDisclosed;
import org.lianbing.exam.ExamId;
import org.lianbing.paper.Blueprint;

/** The sealed sets that competitions draw from: taken on opening, given back or released with the results. */
@Component
class SealedPapers {

    private final SealedContests sealed;
    private final CompetitionTable competitions;
    private final StageTable stages;

    SealedPapers(SealedContests sealed, CompetitionTable competitions, StageTable stages) {
        this.sealed = sealed;
        this.competitions = competitions;
        this.stages = stages;
    }

    /** What the organizer may draw from, with its numbers. */
    List<SealedShare> drawable(
            Actor organizer, TradeId trade, Collection<Level> levels, Collection<TradeId> foundations) {
        return sealed.drawable(organizer, trade, levels, foundations);
    }

    /** Refuses a draft that names a set which its organizer may not draw from. */
    void requirePermitted(Actor organizer, CompetitionDraft draft) {
        sealed.requirePermitted(organizer, draft.blueprint().sealedSets());
    }

    /** Refuses a blueprint that names a set which a draft of its organizer could not be drawn from now. */
    void requireDrawable(Actor organizer, Blueprint blueprint) {
        sealed.requireDrawable(organizer, blueprint.sealedSets());
    }

    /** Before the paper is drawn: each set is this competition's from now on. */
    void take(Actor organizer, Competition competition) {
        ordered(competition).forEach(set -> sealed.take(organizer, set, contest(competition)));
    }

    void giveBack(Actor organizer, Competition competition) {
        ordered(competition).forEach(set -> sealed.giveBack(organizer, set, contest(competition)));
    }

    /** Who knows of the content of these sets and so may not sit the paper (回避). */
    Set<PersonId> readers(CompetitionDraft draft) {
        Set<PersonId> readers = new HashSet<>();
        draft.blueprint().sealedSets().forEach(set -> readers.addAll(sealed.readers(set)));
        return readers;
    }

    /**
     * Whatever comes out of them is out; where answers never do, exams alone may draw the items again. May come twice; a
     * set that is released stays so.
     */
    @ApplicationModuleListener
    void on(ExamDisclosed disclosed) {
        competition(disclosed.exam())
                .ifPresent(competition ->
                        release(competition, competition.draft().results().showsAll()));
    }

    private Optional<Competition> competition(ExamId exam) {
        return stages.of(exam).flatMap(stage -> competitions.find(stage.competition()));
    }

    private void release(Competition competition, boolean open) {
        ordered(competition).forEach(set -> sealed.release(set, contest(competition), open));
    }

    /** Always in the same order, so that two competitions that want the same sets do not wait for each other. */
    private static List<SealedSetId> ordered(Competition competition) {
        return competition.draft().blueprint().sealedSets().stream()
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .toList();
    }

    private static DrawingContest contest(Competition competition) {
        return new DrawingContest(competition.id().value(), competition.draft().name());
    }
}

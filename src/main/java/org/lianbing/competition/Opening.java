package org.lianbing.competition;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.competition.store.CompetitionTable;
import org.lianbing.competition.store.EntryTable;
import org.lianbing.competition.store.OpeningTable;
import org.lianbing.competition.store.OpeningTable.Begun;
import org.lianbing.competition.store.StageTable;
import org.lianbing.exam.Exams;
import org.lianbing.paper.Assembly;
import org.lianbing.paper.Blueprint;
import org.lianbing.paper.Lack;
import org.lianbing.paper.PaperFreezer;
import org.lianbing.ranking.BoardState;
import org.lianbing.ranking.Boards;
import org.lianbing.trade.Outline;
import org.lianbing.trade.Outlines;

/**
 * From draft to open: the papers are drawn and frozen, the roster fixed. Where that takes no longer than somebody waits,
 * it is done at once; else it has begun, and {@link OpeningWork} goes on with it.
 */
@Component
class Opening {

    /** What is made within a few seconds on two cores, of a hundred items each. */
    static final int FORMS_AT_ONCE = 100;

    private final CompetitionTable competitions;
    private final OpeningTable openings;
    private final StageTable stages;
    private final EntryTable entries;
    private final Field field;
    private final SealedPapers sealed;
    private final Leaving leaving;
    private final Assembly assembly;
    private final PaperMaking making;
    private final OpeningEnd end;
    private final Outlines outlines;
    private final Exams exams;
    private final Boards boards;
    private final AuditLog audit;

    Opening(
            CompetitionTable competitions,
            OpeningTable openings,
            StageTable stages,
            EntryTable entries,
            Field field,
            SealedPapers sealed,
            Leaving leaving,
            Assembly assembly,
            PaperMaking making,
            OpeningEnd end,
            Outlines outlines,
            Exams exams,
            Boards boards,
            AuditLog audit) {
        this.competitions = competitions;
        this.openings = openings;
        this.stages = stages;
        this.entries = entries;
        this.field = field;
        this.sealed = sealed;
        this.leaving = leaving;
        this.assembly = assembly;
        this.making = making;
        this.end = end;
        this.outlines = outlines;
        this.exams = exams;
        this.boards = boards;
        this.audit = audit;
    }

    Availability availability(Actor actor, Blueprint blueprint, LeftOut leftOut, Instant now) {
        TradeId trade = blueprint.trade();
        Optional<Outline> outline = outlines.current(trade, blueprint.level());
        if (outline.isEmpty()) {
            return new Availability(Map.of(), List.of());
        }
        Set<TradeId> foundations = Stream.concat(
                        outline.stream(),
                        blueprint.levels().stream().flatMap(level -> outlines.current(trade, level).stream()))
                .flatMap(one -> one.inclusions().stream())
                .map(Outline.Inclusion::foundation)
                .collect(Collectors.toSet());
        return new Availability(
                assembly.there(blueprint, leaving.items(leftOut), now),
                sealed.drawable(actor, trade, blueprint.levels(), foundations));
    }

    List<Lack> lacks(Blueprint blueprint, LeftOut leftOut, Instant now) {
        return assembly.lacks(blueprint, leaving.items(leftOut), now);
    }

    void open(Actor actor, Competition competition, Instant now) {
        CompetitionDraft draft = competition.draft();
        if (!now.isBefore(draft.window().closesAt())) {
            throw Problem.conflict("competition.window-past");
        }
        if (!competitions.markOpening(competition.id())) {
            throw Competitions.fixed(competition);
        }
        int forms = draft.paperRules()
                .formsFor(field.candidates(draft.trade(), draft.admitted()).size());
        draft.requireMakeable(forms);
        sealed.take(actor, competition);
        Begun opening = new Begun(OpeningId.next(), competition.id(), actor.person(), forms, false);
        openings.begin(opening, now);
        if (opening.forms() <= FORMS_AT_ONCE) {
            openAtOnce(actor, opening, competition, now);
        } else {
            // What one form lacks, none can have: that is said at once, and not when nobody looks any more.
            making.probe(competition, 1, now);
            record(actor, "competition.opening-begun", competition);
        }
    }

    private void openAtOnce(Actor actor, Begun opening, Competition competition, Instant now) {
        making.draw(opening, competition, now);
        PaperFreezer freezer = making.freezer(competition);
        while (making.freezeSome(opening, competition, freezer, now)) {
            // Until all are.
        }
        if (!end.open(actor, opening, competition, now)) {
            throw new IllegalStateException("not all forms are frozen of " + competition.id());
        }
    }

    /** Whether there was an opening to call off. */
    boolean callOff(Actor actor, Competition competition) {
        Optional<Begun> opening = openings.hold(competition.id());
        opening.ifPresent(begun -> {
            end.drop(actor, begun, competition);
            openings.delete(begun.id());
            record(actor, "competition.opening-called-off", competition);
        });
        return opening.isPresent();
    }

    void withdraw(Actor actor, Competition competition, Instant now) {
        Stage stage = Competitions.opened(competition);
        exams.cancel(actor, stage.exam(), now);
        boards.show(stage.board(), BoardState.HIDDEN, now);
        stages.deleteAll(competition.id());
        entries.replace(competition.id(), List.of());
        sealed.giveBack(actor, competition);
        if (!competitions.markDraft(competition.id())) {
            throw Problem.conflict("competition.not-open");
        }
        record(actor, "competition.withdrawn", competition);
    }

    private void record(Actor actor, String act, Competition competition) {
        audit.record(
                actor,
                act,
                "competition",
                competition.id().value(),
                competition.draft().name());
    }
}

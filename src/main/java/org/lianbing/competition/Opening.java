package org.lianbing.competition;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.lianbing.account.PersonName;
import org.lianbing.bank.ItemVersion;
import org.lianbing.bank.Pool;
import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.Level;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.competition.store.CompetitionTable;
import org.lianbing.competition.store.EntryTable;
import org.lianbing.competition.store.StageTable;
import org.lianbing.exam.AccessDesk;
import org.lianbing.exam.ExamDraft;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.Exams;
import org.lianbing.exam.Papers;
import org.lianbing.paper.Assembled;
import org.lianbing.paper.Assembly;
import org.lianbing.paper.Blueprint;
import org.lianbing.paper.DraftSlot;
import org.lianbing.paper.Lack;
import org.lianbing.ranking.BoardId;
import org.lianbing.ranking.BoardState;
import org.lianbing.ranking.Boards;
import org.lianbing.ranking.Subtitle;
import org.lianbing.trade.Outline;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Trades;

/** From draft to open: the paper is drawn and frozen, the roster fixed. */
@Component
class Opening {

    /** The acts by which somebody comes to know an item as its reviewer. */
    private static final Set<String> REVIEWING = Set.of("item.published", "item.sent-back");

    private final CompetitionTable competitions;
    private final StageTable stages;
    private final EntryTable entries;
    private final Field field;
    private final SealedPapers sealed;
    private final Leaving leaving;
    private final Assembly assembly;
    private final Pool pool;
    private final Outlines outlines;
    private final Trades trades;
    private final Exams exams;
    private final AccessDesk access;
    private final Boards boards;
    private final MessageSource texts;
    private final AuditLog audit;
    private final SecureRandom random = new SecureRandom();

    Opening(
            CompetitionTable competitions,
            StageTable stages,
            EntryTable entries,
            Field field,
            SealedPapers sealed,
            Leaving leaving,
            Assembly assembly,
            Pool pool,
            Outlines outlines,
            Trades trades,
            Exams exams,
            AccessDesk access,
            Boards boards,
            MessageSource texts,
            AuditLog audit) {
        this.competitions = competitions;
        this.stages = stages;
        this.entries = entries;
        this.field = field;
        this.sealed = sealed;
        this.leaving = leaving;
        this.assembly = assembly;
        this.pool = pool;
        this.outlines = outlines;
        this.trades = trades;
        this.exams = exams;
        this.access = access;
        this.boards = boards;
        this.texts = texts;
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
        if (!competitions.markOpen(competition.id(), now)) {
            throw Problem.conflict("competition.already-open");
        }
        sealed.take(actor, competition);
        Papers papers = papers(draft, now);
        List<Entry> admitted = admit(
                actor,
                competition,
                papers.forms().stream().flatMap(List::stream).toList());
        List<PersonId> roster = admitted.stream()
                .filter(entry -> entry.state() == Entry.State.ENTERED)
                .map(Entry::person)
                .toList();
        if (roster.isEmpty()) {
            throw Problem.conflict("competition.nobody");
        }
        BoardId board = boards.create(draft.name(), subtitle(draft), now);
        ExamId exam = exams.schedule(actor, exam(competition, board), papers, roster, now);
        if (!draft.access().isEmpty()) {
            access.change(actor, exam, draft.access());
        }
        stages.insert(new Stage(competition.id(), 1, exam, board));
        entries.replace(competition.id(), admitted);
        if (draft.liveBoard()) {
            boards.show(board, BoardState.LIVE, now);
        }
        audit.record(
                actor, "competition.opened", "competition", competition.id().value(), draft.name());
    }

    private Papers papers(CompetitionDraft draft, Instant now) {
        return switch (assembly.draw(draft.blueprint(), leaving.items(draft.leftOut()), random, now)) {
            case Assembled.Complete(var forms, var fairness) ->
                new Papers(forms, draft.paperRules().shuffled(), fairness);
            case Assembled.TooFew(var shortages) -> throw Shortages.problem(shortages);
        };
    }

    /** Whoever made or opens the contest, or wrote or reviewed an item of its paper or reads its sealed sets, is barred (回避). */
    private List<Entry> admit(Actor actor, Competition competition, List<DraftSlot> paper) {
        Set<PersonId> barred = new HashSet<>(hands(paper));
        barred.add(competition.organizer());
        barred.add(actor.person());
        barred.addAll(sealed.readers(competition.draft()));
        List<PersonName> candidates = field.candidates(
                competition.draft().trade(), competition.draft().admitted());
        Map<UnitId, UnitId> teams =
                field.teams(candidates.stream().map(PersonName::unit).collect(Collectors.toSet()));
        return candidates.stream()
                .map(one -> new Entry(
                        one.id(),
                        teams.getOrDefault(one.unit(), one.unit()),
                        barred.contains(one.id()) ? Entry.State.BARRED : Entry.State.ENTERED))
                .toList();
    }

    /** Who had a hand in the items of a paper: authors stand in the versions, reviewers in the audit log. */
    private Set<PersonId> hands(List<DraftSlot> paper) {
        Collection<ItemVersion> versions =
                pool.versions(paper.stream().map(DraftSlot::version).toList()).values();
        Set<PersonId> hands = new HashSet<>(audit.doers(
                REVIEWING,
                versions.stream().map(version -> version.item().value()).toList()));
        versions.stream().map(ItemVersion::author).filter(Objects::nonNull).forEach(hands::add);
        return hands;
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
        audit.record(
                actor,
                "competition.withdrawn",
                "competition",
                competition.id().value(),
                competition.draft().name());
    }
}

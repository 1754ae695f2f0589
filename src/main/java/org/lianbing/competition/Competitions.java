package org.lianbing.competition;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.Level;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.competition.store.CompetitionTable;
import org.lianbing.exam.Exam;
import org.lianbing.exam.ExamClock;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.Exams;
import org.lianbing.exam.Exposures;
import org.lianbing.exam.Figures;
import org.lianbing.exam.ItemExposure;
import org.lianbing.exam.ResultRules;
import org.lianbing.organization.Units;
import org.lianbing.paper.Blueprint;
import org.lianbing.paper.Fairness;
import org.lianbing.paper.Lack;
import org.lianbing.paper.PaperRules;

/** Competitions for organizers: every call is bound to the units for which the actor organizes. */
@Service
public class Competitions {

    private static final Figures NOBODY = new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0);

    private final CompetitionTable competitions;
    private final Opening opening;
    private final Field field;
    private final SealedPapers sealed;
    private final Leaving leaving;
    private final Exams exams;
    private final Exposures exposures;
    private final Units units;
    private final AuditLog audit;

    Competitions(
            CompetitionTable competitions,
            Opening opening,
            Field field,
            SealedPapers sealed,
            Leaving leaving,
            Exams exams,
            Exposures exposures,
            Units units,
            AuditLog audit) {
        this.competitions = competitions;
        this.opening = opening;
        this.field = field;
        this.sealed = sealed;
        this.leaving = leaving;
        this.exams = exams;
        this.exposures = exposures;
        this.units = units;
        this.audit = audit;
    }

    /** The units in whose name and from whose people the actor may hold competitions. */
    public Set<UnitId> reach(Actor actor) {
        actor.require(Role.ORGANIZER);
        return units.within(actor.unitsFor(Role.ORGANIZER));
    }

    /** A new competition of the unit for which the actor organizes. Nobody sees it but organizers until it is opened. */
    @Transactional
    public CompetitionId create(Actor actor, CompetitionDraft draft, Instant now) {
        Set<UnitId> reach = reach(actor);
        field.requireWithin(reach, draft.admitted());
        sealed.requirePermitted(actor, draft);
        leaving.require(reach, draft.leftOut(), LeftOut.NONE);
        draft.requireMakeable(draft.paperRules().formsFor(1));
        CompetitionId id = CompetitionId.next();
        competitions.insert(id, home(actor), actor.person(), draft, now);
        audit.record(actor, "competition.created", "competition", id.value(), draft.name());
        return id;
    }

    /** The unit at which the role was granted; of several, the actor's own or the first by id. */
    private static UnitId home(Actor actor) {
        Set<UnitId> granted = actor.unitsFor(Role.ORGANIZER);
        return granted.contains(actor.unit())
                ? actor.unit()
                : granted.stream()
                        .min((one, other) -> one.value().compareTo(other.value()))
                        .orElseThrow();
    }

    /** Changes what was filled in, while nothing is fixed yet. */
    @Transactional
    public void change(Actor actor, CompetitionId id, CompetitionDraft draft) {
        Competition before = get(actor, id);
        Set<UnitId> reach = reach(actor);
        field.requireWithin(reach, draft.admitted());
        sealed.requirePermitted(actor, draft);
        leaving.require(reach, draft.leftOut(), before.draft().leftOut());
        draft.requireMakeable(draft.paperRules().formsFor(1));
        if (!competitions.change(id, draft)) {
            throw fixed(before);
        }
    }

    /** Drops a competition that was never opened. */
    @Transactional
    public void delete(Actor actor, CompetitionId id) {
        Competition competition = get(actor, id);
        if (!competitions.deleteDraft(id)) {
            throw fixed(competition);
        }
        audit.record(
                actor,
                "competition.deleted",
                "competition",
                id.value(),
                competition.draft().name());
    }

    /** Why nothing of it can be changed. */
    static Problem fixed(Competition competition) {
        return Problem.conflict(competition.isBeingOpened() ? "competition.being-opened" : "competition.already-open");
    }

    /** A competition of the actor's units. */
    public Competition get(Actor actor, CompetitionId id) {
        Set<UnitId> reach = reach(actor);
        return competitions
                .find(id)
                .filter(found -> reach.contains(found.unit()))
                .orElseThrow(() -> Problem.notFound("base.not-found"));
    }

    /** The trades in which the actor's units hold competitions. */
    public Set<TradeId> trades(Actor actor) {
        return competitions.trades(reach(actor));
    }

    /** The competitions of the actor's units, the latest first; of one trade or, with null, of all. */
    public Paged<CompetitionCard> find(Actor actor, @Nullable TradeId trade, PageOf page) {
        return competitions
                .of(reach(actor), trade, page)
                .map(found -> new CompetitionCard(found, clock(actor, found), figures(actor, found)));
    }

    /** How many are where; all zero until it is opened. */
    public Figures figures(Actor actor, Competition competition) {
        Stage stage = competition.stage();
        return stage == null ? NOBODY : exams.figures(actor, stage.exam());
    }

    /** Its time, with what was decided about it since it was opened. */
    public ExamClock clock(Actor actor, Competition competition) {
        Stage stage = competition.stage();
        return stage == null
                ? ExamClock.of(competition.draft().window())
                : exams.get(actor, stage.exam()).clock();
    }

    /**
     * How many items of each type there are for a paper, in the bank and in the sealed sets that the actor may draw from;
     * none where the trade has no outline at the level.
     */
    public Availability availability(Actor actor, TradeId trade, @Nullable Level level) {
        // Nothing rests by the usual rules, whenever it is.
        return availability(
                actor, new Blueprint(trade, level, List.of(), PaperRules.USUAL), LeftOut.NONE, Instant.EPOCH);
    }

    /** The same from the levels of a blueprint, and without what is left out of the bank or rests; sealed sets as they are. */
    public Availability availability(Actor actor, Blueprint blueprint, LeftOut leftOut, Instant now) {
        return opening.availability(actor, blueprint, leaving.within(reach(actor), leftOut), now);
    }

    /** Refuses to leave out what nobody knows, or contests out of reach. */
    public void requireLeavable(Actor actor, LeftOut leftOut) {
        leaving.require(reach(actor), leftOut, LeftOut.NONE);
    }

    /** The latest opened contests within reach, which a paper can be kept apart from. */
    public List<EarlierContest> earlier(Actor actor) {
        return leaving.earlier(reach(actor));
    }

    /** Those of the codes that no item answers to whom a paper could leave out. */
    public Set<String> unknownItems(Actor actor, Set<String> codes) {
        actor.require(Role.ORGANIZER);
        return leaving.unknown(codes);
    }

    /** What the bank lacks for a paper, cell by cell, before anything is drawn. */
    public List<Lack> lacks(Actor actor, Blueprint blueprint, LeftOut leftOut, Instant now) {
        sealed.requireDrawable(actor, blueprint);
        return opening.lacks(blueprint, leaving.within(reach(actor), leftOut), now);
    }

    /** How alike the forms of an opened competition are; empty for one from before there was a report. */
    public Optional<Fairness> fairness(Actor actor, CompetitionId id) {
        return exams.fairness(actor, opened(get(actor, id)).exam());
    }

    /** In how many forms and before how many each item stands; what is sealed is not named before the results. */
    public List<ItemExposure> exposures(Actor actor, CompetitionId id) {
        return exposures.of(actor, opened(get(actor, id)).exam());
    }

    /** The exam of an opened competition, where people have to mark something of it. */
    public Optional<ExamId> markedByPeople(Actor actor, CompetitionId id) {
        Stage stage = get(actor, id).stage();
        return stage == null
                ? Optional.empty()
                : Optional.of(stage.exam()).filter(exam -> exams.markedByPeople(actor, exam));
    }

    /** How many would be let in today. */
    public int candidates(Actor actor, TradeId trade, Admitted admitted) {
        field.requireWithin(reach(actor), admitted);
        return field.candidates(trade, admitted).size();
    }

    /**
     * Draws and freezes the paper, fixes the roster, and lets the clock do the rest. Many forms are made in the background:
     * then the competition is being opened, and becomes open or a draft again.
     *
     * @throws Problem a conflict that names what the bank is short of, or that nobody may take part
     */
    @Transactional
    public void open(Actor actor, CompetitionId id, Instant now) {
        opening.open(actor, get(actor, id), now);
    }

    /** Calls the opening off, or takes it back before the window begins: a draft again, with its items free. */
    @Transactional
    public void withdraw(Actor actor, CompetitionId id, Instant now) {
        Competition competition = get(actor, id);
        if (!competition.isBeingOpened() || !opening.callOff(actor, competition)) {
            // Whoever calls off at the last moment finds it open.
            opening.withdraw(actor, get(actor, id), now);
        }
    }

    /** Lets contestants see their results and the public the board. */
    public void release(Actor actor, CompetitionId id, Instant now) {
        exams.release(actor, opened(get(actor, id)).exam(), now);
    }

    /** Lets contestants see what was right, by hand or before its stated time. */
    public void discloseAnswers(Actor actor, CompetitionId id, Instant now) {
        exams.discloseAnswers(actor, opened(get(actor, id)).exam(), now);
    }

    /** Lets contestants see why; they do from then on, or from when the answers are out. */
    public void discloseExplanations(Actor actor, CompetitionId id, Instant now) {
        exams.discloseExplanations(actor, opened(get(actor, id)).exam(), now);
    }

    /** What somebody can let out by hand after the scores. */
    public enum Disclosable {
        ANSWERS,
        EXPLANATIONS
    }

    /** What is to be let out by hand, or could be sooner than stated, and is not out yet. */
    public Set<Disclosable> disclosable(Actor actor, CompetitionId id, Instant now) {
        Exam exam = exams.get(actor, opened(get(actor, id)).exam());
        Set<Disclosable> waiting = EnumSet.noneOf(Disclosable.class);
        ResultRules rules = exam.draft().results();
        if (exam.isReleased() && rules.answers().byHand() && !exam.answersOut(now)) {
            waiting.add(Disclosable.ANSWERS);
        }
        if (exam.isReleased()
                && rules.explanations().byHand()
                && exam.let().explanations() == null
                && !exam.explanationsOut(now)) {
            waiting.add(Disclosable.EXPLANATIONS);
        }
        return waiting;
    }

    static Stage opened(Competition competition) {
        Stage stage = competition.stage();
        if (stage == null) {
            throw Problem.conflict("competition.not-open");
        }
        return stage;
    }
}

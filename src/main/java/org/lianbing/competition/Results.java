package org.lianbing.competition;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import org.lianbing.account.People;
import org.lianbing.account.PersonName;
import org.lianbing.attempt.AttemptSummary;
import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.competition.store.EntryTable;
import org.lianbing.exam.Errata;
import org.lianbing.exam.Exams;
import org.lianbing.exam.Figures;
import org.lianbing.exam.NotWhoSits;
import org.lianbing.exam.Sitting;
import org.lianbing.organization.Units;
import org.lianbing.ranking.Boards;
import org.lianbing.ranking.Standing;

/** What organizers see of contestants, with full names and before release. */
@Service
public class Results {

    private static final Comparator<ResultRow> PLACED_FIRST = Comparator.comparing(
                    ResultRow::place, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(ResultRow::seat);

    private final Competitions competitions;
    private final EntryTable entries;
    private final Exams exams;
    private final NotWhoSits avoidance;
    private final Boards boards;
    private final People people;
    private final Units units;
    private final Errata errata;

    Results(
            Competitions competitions,
            EntryTable entries,
            Exams exams,
            NotWhoSits avoidance,
            Boards boards,
            People people,
            Units units,
            Errata errata) {
        this.competitions = competitions;
        this.entries = entries;
        this.exams = exams;
        this.avoidance = avoidance;
        this.boards = boards;
        this.people = people;
        this.units = units;
        this.errata = errata;
    }

    /**
     * Everybody of an opened competition. Places follow a score within a second or two.
     *
     * @throws Problem forbidden, for an organizer who sits it, until the results are out
     */
    public ResultSheet sheet(Actor actor, CompetitionId id) {
        Competition competition = competitions.get(actor, id);
        Stage stage = Competitions.opened(competition);
        avoidance.requireUntilReleased(actor, exams.get(actor, stage.exam()));
        List<Sitting> sittings = exams.sittings(actor, stage.exam());
        Map<PersonId, PersonName> names =
                people.names(sittings.stream().map(Sitting::person).toList());
        Map<PersonId, String> teams = Teams.of(entries.of(id), units);
        Map<PersonId, Integer> places = boards.standings(stage.board()).stream()
                .collect(Collectors.toMap(one -> new PersonId(one.subject().value()), Standing::place));
        List<ResultRow> rows = sittings.stream()
                .map(one -> row(one, names.get(one.person()), teams, places.get(one.person())))
                .sorted(PLACED_FIRST)
                .toList();
        return new ResultSheet(
                competition,
                competitions.clock(actor, competition),
                Figures.of(sittings),
                rows,
                errata.all(actor, stage.exam()));
    }

    /** Those who would be admitted but may not take part. */
    public List<PersonName> barred(Actor actor, CompetitionId id) {
        competitions.get(actor, id);
        List<PersonId> barred = entries.of(id).stream()
                .filter(entry -> entry.state() == Entry.State.BARRED)
                .map(Entry::person)
                .toList();
        return List.copyOf(people.names(barred).values());
    }

    private static ResultRow row(
            Sitting sitting, @Nullable PersonName name, Map<PersonId, String> teams, @Nullable Integer place) {
        AttemptSummary attempt = sitting.attempt();
        return new ResultRow(
                sitting.person(),
                name == null ? "" : name.name(),
                teams.getOrDefault(sitting.person(), ""),
                sitting.seat(),
                state(sitting),
                attempt == null ? 0 : attempt.answered(),
                attempt == null ? 0 : attempt.slots(),
                sitting.isVoid() ? null : place,
                attempt == null || !sitting.isScored() ? null : attempt.score(),
                attempt == null ? null : attempt.timeUsed(),
                attempt == null ? null : attempt.endedAt(),
                attempt == null ? null : attempt.voidReason(),
                attempt == null ? 0 : attempt.setAside());
    }

    private static ResultRow.State state(Sitting sitting) {
        AttemptSummary attempt = sitting.attempt();
        if (attempt == null) {
            return ResultRow.State.NOT_COME;
        }
        return switch (attempt.state()) {
            case PREPARED -> ResultRow.State.NOT_COME;
            case ABSENT -> ResultRow.State.ABSENT;
            case STARTED -> ResultRow.State.SITTING;
            case HANDED_IN -> sitting.awaitsMarking() ? ResultRow.State.MARKING : ResultRow.State.HANDED_IN;
            case CLOSED -> sitting.awaitsMarking() ? ResultRow.State.MARKING : ResultRow.State.TIMED_OUT;
            case VOID -> ResultRow.State.VOID;
        };
    }
}

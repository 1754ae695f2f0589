package org.lianbing.competition;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.lianbing.account.People;
import org.lianbing.account.PersonName;
import org.lianbing.attempt.AttemptSummary;
import org.lianbing.base.PersonId;
import org.lianbing.base.UnitId;
import org.lianbing.competition.store.EntryTable;
import org.lianbing.competition.store.StageTable;
import org.lianbing.exam.Errata;
import org.lianbing.exam.Erratum;
import org.lianbing.exam.Exams;
import org.lianbing.exam.Sitting;
import org.lianbing.organization.Unit;
import org.lianbing.organization.Units;
import org.lianbing.ranking.BoardId;
import org.lianbing.ranking.BoardNote;
import org.lianbing.ranking.BoardResult;
import org.lianbing.ranking.BoardSource;
import org.lianbing.ranking.SubjectId;

/** Turns the scores of a competition's exam into the results of its board. */
@Component
class ContestBoards implements BoardSource {

    private final StageTable stages;
    private final EntryTable entries;
    private final Exams exams;
    private final People people;
    private final Units units;
    private final Errata errata;

    ContestBoards(StageTable stages, EntryTable entries, Exams exams, People people, Units units, Errata errata) {
        this.stages = stages;
        this.entries = entries;
        this.exams = exams;
        this.people = people;
        this.units = units;
        this.errata = errata;
    }

    @Override
    public Optional<List<BoardResult>> results(BoardId board) {
        return stages.of(board).map(this::results);
    }

    @Override
    public List<BoardNote> notes(BoardId board, Instant now) {
        return stages.of(board)
                .map(stage -> errata.published(stage.exam(), now).stream()
                        .map(ContestBoards::note)
                        .toList())
                .orElse(List.of());
    }

    private static BoardNote note(Erratum erratum) {
        String reason = erratum.reason();
        return new BoardNote(
                "competition.erratum." + erratum.kind(),
                List.of(erratum.label(), erratum.maxScore().stripTrailingZeros().toPlainString()),
                reason == null ? "" : reason,
                erratum.at());
    }

    private List<BoardResult> results(Stage stage) {
        List<Sitting> scored = exams.scored(stage.exam());
        Map<PersonId, PersonName> names =
                people.names(scored.stream().map(Sitting::person).toList());
        Map<PersonId, UnitId> teams =
                entries.of(stage.competition()).stream().collect(Collectors.toMap(Entry::person, Entry::unit));
        Map<UnitId, Unit> known = units.find(List.copyOf(teams.values()));
        return scored.stream()
                .flatMap(one -> result(one, names, known, teams).stream())
                .toList();
    }

    private static Optional<BoardResult> result(
            Sitting sitting, Map<PersonId, PersonName> names, Map<UnitId, Unit> known, Map<PersonId, UnitId> teams) {
        AttemptSummary attempt = sitting.attempt();
        if (attempt == null || attempt.score() == null || attempt.timeUsed() == null || attempt.endedAt() == null) {
            return Optional.empty();
        }
        PersonName name = names.get(sitting.person());
        UnitId team = teams.get(sitting.person());
        Unit unit = team == null ? null : known.get(team);
        return Optional.of(new BoardResult(
                new SubjectId(sitting.person().value()),
                name == null ? "" : name.masked(),
                unit == null ? "" : unit.name(),
                attempt.score(),
                attempt.timeUsed(),
                attempt.endedAt()));
    }
}

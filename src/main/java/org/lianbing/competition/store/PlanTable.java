package org.lianbing.competition.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.PartialCredit;
import org.lianbing.bank.SealedSetId;
import org.lianbing.base.Level;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.base.UnitId;
import org.lianbing.competition.Admitted;
import org.lianbing.competition.CompetitionDraft;
import org.lianbing.competition.CompetitionId;
import org.lianbing.competition.LeftOut;
import org.lianbing.paper.Blueprint;
import org.lianbing.paper.DifficultyMix;
import org.lianbing.paper.LevelMix;
import org.lianbing.paper.PaperRules;
import org.lianbing.trade.PointId;

/** What hangs on a competition's draft: the sections of its paper and who is admitted. */
@Repository
public class PlanTable {

    private final JdbcClient jdbc;

    PlanTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts this draft's lists in the place of the old ones. */
    void put(CompetitionId id, CompetitionDraft draft) {
        clear("delete from competition.section where competition_id = :id", id);
        clear("delete from competition.admitted_unit where competition_id = :id", id);
        clear("delete from competition.named_person where competition_id = :id", id);
        putSections(id, draft.sections());
        clear("delete from competition.paper_rules where competition_id = :id", id);
        if (!draft.paperRules().equals(PaperRules.USUAL)) {
            putPaperRules(id, draft.paperRules());
        }
        clear("delete from competition.left_out where competition_id = :id", id);
        if (!draft.leftOut().equals(LeftOut.NONE)) {
            putLeftOut(id, draft.leftOut());
        }
        switch (draft.admitted()) {
            case Admitted.Everybody(var units) ->
                putAll("""
                        insert into competition.admitted_unit (competition_id, unit_id)
                        select :id, unnest(:ids::uuid[])
                        """, id, units.stream().map(UnitId::value).toList());
            case Admitted.Named(var people) ->
                putAll("""
                        insert into competition.named_person (competition_id, person_id)
                        select :id, unnest(:ids::uuid[])
                        """, id, people.stream().map(PersonId::value).toList());
        }
    }

    private void clear(String sql, CompetitionId id) {
        jdbc.sql(sql).param("id", id.value()).update();
    }

    private void putAll(String sql, CompetitionId id, Collection<UUID> ids) {
        jdbc.sql(sql)
                .param("id", id.value())
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    private void putSections(CompetitionId id, List<Blueprint.Section> sections) {
        int number = 1;
        for (Blueprint.Section section : sections) {
            jdbc.sql("""
                            insert into competition.section
                                (competition_id, number, type, count, points_each, credit, sealed_set_id, sealed_count)
                            values (:id, :number, :type, :count, :points, :credit, :sealed, :sealedCount)
                            """)
                    .param("id", id.value())
                    .param("number", number++)
                    .param("type", section.type().name())
                    .param("count", section.count())
                    .param("points", section.pointsEach())
                    .param(
                            "credit",
                            section.credit() == null ? null : section.credit().code(),
                            Types.VARCHAR)
                    .param(
                            "sealed",
                            section.sealedSet() == null
                                    ? null
                                    : section.sealedSet().value(),
                            Types.OTHER)
                    .param("sealedCount", section.sealedCount())
                    .update();
        }
    }

    private void putPaperRules(CompetitionId id, PaperRules rules) {
        DifficultyMix mix = rules.mix();
        Map<Level, Integer> percents =
                rules.levels() == null ? Map.of() : rules.levels().percents();
        List<Level> levels = List.copyOf(percents.keySet());
        jdbc.sql("""
                        insert into competition.paper_rules
                            (competition_id, forms, shuffled, tolerance, easy, medium, hard, levels, level_percents, must,
                             rest_months)
                        values (:id, :forms, :shuffled, :tolerance, :easy, :medium, :hard, :levels, :percents, :must,
                             :rest)
                        """)
                .param("id", id.value())
                .param("forms", rules.forms())
                .param("shuffled", rules.shuffled())
                .param("tolerance", rules.tolerance())
                .param("easy", mix == null ? null : mix.easy(), Types.SMALLINT)
                .param("medium", mix == null ? null : mix.medium(), Types.SMALLINT)
                .param("hard", mix == null ? null : mix.hard(), Types.SMALLINT)
                .param("levels", levels.stream().map(Level::name).toArray(String[]::new))
                .param("percents", levels.stream().map(percents::get).toArray(Integer[]::new))
                .param("must", rules.must().stream().map(PointId::value).toArray(UUID[]::new))
                .param("rest", rules.restMonths())
                .update();
    }

    private void putLeftOut(CompetitionId id, LeftOut leftOut) {
        jdbc.sql("""
                        insert into competition.left_out (competition_id, codes, contests)
                        values (:id, :codes, :contests)
                        """)
                .param("id", id.value())
                .param("codes", leftOut.codes().toArray(String[]::new))
                .param(
                        "contests",
                        leftOut.contests().stream().map(CompetitionId::value).toArray(UUID[]::new))
                .update();
    }

    LeftOut leftOut(CompetitionId id) {
        return jdbc.sql("select codes, contests from competition.left_out where competition_id = :id")
                .param("id", id.value())
                .query((row, number) -> new LeftOut(
                        Set.of((String[]) row.getArray("codes").getArray()),
                        Arrays.stream((UUID[]) row.getArray("contests").getArray())
                                .map(CompetitionId::new)
                                .collect(Collectors.toSet())))
                .optional()
                .orElse(LeftOut.NONE);
    }

    PaperRules paperRules(CompetitionId id) {
        return jdbc.sql("""
                        select forms, shuffled, tolerance, easy, medium, hard, levels, level_percents, must, rest_months
                        from competition.paper_rules where competition_id = :id
                        """)
                .param("id", id.value())
                .query((row, number) -> new PaperRules(
                        row.getInt("forms"),
                        row.getBoolean("shuffled"),
                        row.getBigDecimal("tolerance"),
                        mix(row),
                        levels(row),
                        Arrays.stream((UUID[]) row.getArray("must").getArray())
                                .map(PointId::new)
                                .collect(Collectors.toSet()),
                        row.getInt("rest_months")))
                .optional()
                .orElse(PaperRules.USUAL);
    }

    private static @Nullable DifficultyMix mix(ResultSet row) throws SQLException {
        int easy = row.getInt("easy");
        return row.wasNull() ? null : new DifficultyMix(easy, row.getInt("medium"), row.getInt("hard"));
    }

    private static @Nullable LevelMix levels(ResultSet row) throws SQLException {
        String[] levels = (String[]) row.getArray("levels").getArray();
        Integer[] percents = (Integer[]) row.getArray("level_percents").getArray();
        Map<Level, Integer> shares = new EnumMap<>(Level.class);
        for (int n = 0; n < levels.length; n++) {
            shares.put(Level.valueOf(levels[n]), percents[n]);
        }
        return shares.isEmpty() ? null : new LevelMix(shares);
    }

    List<Blueprint.Section> sections(CompetitionId id) {
        return jdbc.sql("""
                        select type, count, points_each, credit, sealed_set_id, sealed_count from competition.section
                        where competition_id = :id order by number
                        """)
                .param("id", id.value())
                .query((row, number) -> new Blueprint.Section(
                        ItemType.valueOf(row.getString("type")),
                        row.getInt("count"),
                        row.getBigDecimal("points_each"),
                        credit(row.getString("credit")),
                        sealed(Sql.uuidOrNull(row, "sealed_set_id")),
                        row.getInt("sealed_count")))
                .list();
    }

    private static @Nullable PartialCredit credit(@Nullable String code) {
        return code == null ? null : PartialCredit.find(code).orElseThrow();
    }

    private static @Nullable SealedSetId sealed(@Nullable UUID id) {
        return id == null ? null : new SealedSetId(id);
    }

    Admitted units(CompetitionId id) {
        return new Admitted.Everybody(jdbc
                .sql("select unit_id from competition.admitted_unit where competition_id = :id")
                .param("id", id.value())
                .query((row, number) -> new UnitId(Sql.uuid(row, "unit_id")))
                .list()
                .stream()
                .collect(Collectors.toSet()));
    }

    Admitted named(CompetitionId id) {
        return new Admitted.Named(jdbc
                .sql("select person_id from competition.named_person where competition_id = :id")
                .param("id", id.value())
                .query((row, number) -> new PersonId(Sql.uuid(row, "person_id")))
                .list()
                .stream()
                .collect(Collectors.toSet()));
    }
}

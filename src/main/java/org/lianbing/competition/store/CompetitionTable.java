package org.lianbing.competition.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.Level;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.competition.Admitted;
import org.lianbing.competition.Competition;
import org.lianbing.competition.CompetitionDraft;
import org.lianbing.competition.CompetitionId;
import org.lianbing.competition.CompetitionState;
import org.lianbing.exam.ExamWindow;
import org.lianbing.exam.ReleaseRule;

/** The table {@code competition.competition}. */
@Repository
public class CompetitionTable {

    private static final String COLUMNS = """
            select id, name, unit_id, organizer_id, trade_id, level, opens_at, closes_at, duration_seconds,
                   release_rule, shows_answers, live_board, admission, state, closed_at
            from competition.competition
            """;

    private final JdbcClient jdbc;
    private final PlanTable plans;
    private final StageTable stages;

    CompetitionTable(JdbcClient jdbc, PlanTable plans, StageTable stages) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.stages = stages;
    }

    public void insert(CompetitionId id, UnitId unit, PersonId organizer, CompetitionDraft draft, Instant now) {
        facts(jdbc.sql("""
                        insert into competition.competition
                            (id, name, unit_id, organizer_id, trade_id, level, opens_at, closes_at, duration_seconds,
                             release_rule, shows_answers, live_board, admission, state, made_at)
                        values (:id, :name, :unit, :organizer, :trade, :level, :opens, :closes, :duration,
                             :rule, :answers, :live, :admission, 'DRAFT', :now)
                        """), id, draft)
                .param("unit", unit.value())
                .param("organizer", organizer.value())
                .param("now", Sql.at(now))
                .update();
        plans.put(id, draft);
    }

    /** Whether it could still be changed. */
    public boolean change(CompetitionId id, CompetitionDraft draft) {
        int changed = facts(jdbc.sql("""
                        update competition.competition
                        set name = :name, trade_id = :trade, level = :level, opens_at = :opens, closes_at = :closes,
                            duration_seconds = :duration, release_rule = :rule, shows_answers = :answers,
                            live_board = :live, admission = :admission
                        where id = :id and state = 'DRAFT'
                        """), id, draft).update();
        if (changed > 0) {
            plans.put(id, draft);
        }
        return changed > 0;
    }

    private static JdbcClient.StatementSpec facts(
            JdbcClient.StatementSpec sql, CompetitionId id, CompetitionDraft draft) {
        return sql.param("id", id.value())
                .param("name", draft.name())
                .param("trade", draft.trade().value())
                .param("level", draft.level() == null ? null : draft.level().name())
                .param("opens", Sql.at(draft.window().opensAt()))
                .param("closes", Sql.at(draft.window().closesAt()))
                .param("duration", draft.window().duration().toSeconds())
                .param("rule", draft.releaseRule().name())
                .param("answers", draft.showsAnswers())
                .param("live", draft.liveBoard())
                .param("admission", draft.admitted() instanceof Admitted.Named ? "NAMED" : "UNITS");
    }

    public Optional<Competition> find(CompetitionId id) {
        return jdbc.sql(COLUMNS + " where id = :id")
                .param("id", id.value())
                .query(this::competition)
                .optional();
    }

    /** The competitions of these units, those that end last first. */
    public Paged<Competition> of(Collection<UnitId> units, PageOf page) {
        UUID[] ids = units.stream().map(UnitId::value).toArray(UUID[]::new);
        long total = jdbc.sql("select count(*) from competition.competition where unit_id = any(:units)")
                .param("units", ids)
                .query(Long.class)
                .single();
        List<Competition> rows = jdbc.sql(COLUMNS
                        + " where unit_id = any(:units) order by opens_at desc, id desc offset :offset limit :limit")
                .param("units", ids)
                .param("offset", page.offset())
                .param("limit", page.limit())
                .query(this::competition)
                .list();
        return new Paged<>(rows, total);
    }

    public boolean markOpen(CompetitionId id, Instant now) {
        return jdbc.sql("""
                        update competition.competition set state = 'OPEN', opened_at = :now
                        where id = :id and state = 'DRAFT'
                        """).param("id", id.value()).param("now", Sql.at(now)).update() > 0;
    }

    public boolean markDraft(CompetitionId id) {
        return jdbc.sql("""
                        update competition.competition set state = 'DRAFT', opened_at = null
                        where id = :id and state = 'OPEN'
                        """).param("id", id.value()).update() > 0;
    }

    public boolean markClosed(CompetitionId id, Instant now) {
        return jdbc.sql("""
                        update competition.competition set state = 'CLOSED', closed_at = :now
                        where id = :id and state = 'OPEN'
                        """).param("id", id.value()).param("now", Sql.at(now)).update() > 0;
    }

    public boolean deleteDraft(CompetitionId id) {
        return jdbc.sql("delete from competition.competition where id = :id and state = 'DRAFT'")
                        .param("id", id.value())
                        .update()
                > 0;
    }

    private Competition competition(ResultSet row, int number) throws SQLException {
        CompetitionId id = new CompetitionId(Sql.uuid(row, "id"));
        return new Competition(
                id,
                new UnitId(Sql.uuid(row, "unit_id")),
                new PersonId(Sql.uuid(row, "organizer_id")),
                draft(id, row),
                CompetitionState.valueOf(row.getString("state")),
                stages.of(id).orElse(null),
                Sql.instantOrNull(row, "closed_at"));
    }

    private CompetitionDraft draft(CompetitionId id, ResultSet row) throws SQLException {
        String level = row.getString("level");
        return new CompetitionDraft(
                row.getString("name"),
                new TradeId(Sql.uuid(row, "trade_id")),
                level == null ? null : Level.valueOf(level),
                new ExamWindow(
                        Sql.instant(row, "opens_at"),
                        Sql.instant(row, "closes_at"),
                        Duration.ofSeconds(row.getLong("duration_seconds"))),
                plans.sections(id),
                row.getString("admission").equals("NAMED") ? plans.named(id) : plans.units(id),
                ReleaseRule.valueOf(row.getString("release_rule")),
                row.getBoolean("shows_answers"),
                row.getBoolean("live_board"));
    }
}

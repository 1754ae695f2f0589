package org.lianbing.competition.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
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
import org.lianbing.exam.Disclosure;
import org.lianbing.exam.DisclosureRule;
import org.lianbing.exam.ExamWindow;
import org.lianbing.exam.LateStart;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.exam.ResultRules;
import org.lianbing.paper.Aids;

/** The table {@code competition.competition}. */
@Repository
public class CompetitionTable {

    private static final String OF =
            " where unit_id = any(:units) and (:trade::uuid is null or trade_id = :trade::uuid)";

    private static final String COLUMNS = """
            select id, name, unit_id, organizer_id, trade_id, level, opens_at, closes_at, duration_seconds,
                   late_start, grace_seconds, release_rule, answers_rule, answers_at, explanations_rule,
                   explanations_at, pass_percent, live_board, admission, state, closed_at,
                   calculator, formula_sheet, guarded
            from competition.competition
            """;

    /** A row of the table, without what hangs on it. */
    private record Row(
            CompetitionId id,
            String name,
            UnitId unit,
            PersonId organizer,
            TradeId trade,
            @Nullable Level level,
            ExamWindow window,
            ResultRules results,
            boolean liveBoard,
            Aids aids,
            boolean named,
            CompetitionState state,
            @Nullable Instant closedAt) {}

    private final JdbcClient jdbc;
    private final PlanTable plans;
    private final StageTable stages;
    private final OpeningTable openings;
    private final ContestAccessTable access;

    CompetitionTable(
            JdbcClient jdbc, PlanTable plans, StageTable stages, OpeningTable openings, ContestAccessTable access) {
        this.openings = openings;
        this.jdbc = jdbc;
        this.access = access;
        this.plans = plans;
        this.stages = stages;
    }

    public void insert(CompetitionId id, UnitId unit, PersonId organizer, CompetitionDraft draft, Instant now) {
        facts(jdbc.sql("""
                        insert into competition.competition
                            (id, name, unit_id, organizer_id, trade_id, level, opens_at, closes_at, duration_seconds,
                             late_start, grace_seconds, release_rule, answers_rule, answers_at, explanations_rule,
                             explanations_at, pass_percent, live_board, calculator, formula_sheet, guarded,
                             admission, state, made_at)
                        values (:id, :name, :unit, :organizer, :trade, :level, :opens, :closes, :duration,
                             :late, :grace, :rule, :answers, :answersAt, :explanations,
                             :explanationsAt, :pass, :live, :calculator, :formulas, :guarded,
                             :admission, 'DRAFT', :now)
                        """), id, draft)
                .param("unit", unit.value())
                .param("organizer", organizer.value())
                .param("now", Sql.at(now))
                .update();
        plans.put(id, draft);
        access.put(id, draft.access());
    }

    /** Whether it could still be changed. */
    public boolean change(CompetitionId id, CompetitionDraft draft) {
        int changed = facts(jdbc.sql("""
                        update competition.competition
                        set name = :name, trade_id = :trade, level = :level, opens_at = :opens, closes_at = :closes,
                            duration_seconds = :duration, late_start = :late, grace_seconds = :grace,
                            release_rule = :rule, answers_rule = :answers, answers_at = :answersAt,
                            explanations_rule = :explanations, explanations_at = :explanationsAt,
                            pass_percent = :pass, live_board = :live, calculator = :calculator,
                            formula_sheet = :formulas, guarded = :guarded, admission = :admission
                        where id = :id and state = 'DRAFT'
                        """), id, draft).update();
        if (changed > 0) {
            plans.put(id, draft);
            access.put(id, draft.access());
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
                .param("late", draft.window().lateStart().name())
                .param("grace", draft.window().grace().toSeconds())
                .param("rule", draft.releaseRule().name())
                .param("answers", draft.results().answers().rule().name())
                .param("answersAt", Sql.atOrNull(draft.results().answers().at()))
                .param("explanations", draft.results().explanations().rule().name())
                .param(
                        "explanationsAt",
                        Sql.atOrNull(draft.results().explanations().at()))
                .param("pass", draft.results().passPercent())
                .param("live", draft.liveBoard())
                .param("calculator", draft.aids().calculator())
                .param("formulas", draft.aids().formulaSheet())
                .param("guarded", draft.aids().guarded())
                .param("admission", draft.admitted() instanceof Admitted.Named ? "NAMED" : "UNITS");
    }

    public Optional<Competition> find(CompetitionId id) {
        return jdbc.sql(COLUMNS + " where id = :id")
                .param("id", id.value())
                .query(CompetitionTable::row)
                .optional()
                .map(this::whole);
    }

    /** The trades in which the units hold any. */
    public Set<TradeId> trades(Collection<UnitId> units) {
        return jdbc.sql("select distinct trade_id from competition.competition where unit_id = any(:units)")
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .query((row, number) -> new TradeId(Sql.uuid(row, "trade_id")))
                .set();
    }

    /** Those of the units, the latest first; of one trade or, with null, of all. */
    public Paged<Competition> of(Collection<UnitId> units, @Nullable TradeId trade, PageOf page) {
        UUID[] ids = units.stream().map(UnitId::value).toArray(UUID[]::new);
        UUID wanted = trade == null ? null : trade.value();
        long total = jdbc.sql("select count(*) from competition.competition" + OF)
                .param("units", ids)
                .param("trade", wanted, Types.OTHER)
                .query(Long.class)
                .single();
        List<Row> rows = jdbc.sql(COLUMNS + OF + " order by opens_at desc, id desc offset :offset limit :limit")
                .param("units", ids)
                .param("trade", wanted, Types.OTHER)
                .param("offset", page.offset())
                .param("limit", page.limit())
                .query(CompetitionTable::row)
                .list();
        return new Paged<>(rows, total).map(this::whole);
    }

    public boolean markOpening(CompetitionId id) {
        return jdbc.sql("update competition.competition set state = 'OPENING' where id = :id and state = 'DRAFT'")
                        .param("id", id.value())
                        .update()
                > 0;
    }

    public boolean markOpen(CompetitionId id, Instant now) {
        return mark(
                "update competition.competition set state = 'OPEN', opened_at = :now"
                        + " where id = :id and state = 'OPENING'",
                id,
                now);
    }

    public boolean markClosed(CompetitionId id, Instant now) {
        return mark(
                "update competition.competition set state = 'CLOSED', closed_at = :now"
                        + " where id = :id and state = 'OPEN'",
                id,
                now);
    }

    private boolean mark(String sql, CompetitionId id, Instant now) {
        return jdbc.sql(sql).param("id", id.value()).param("now", Sql.at(now)).update() > 0;
    }

    public boolean markDraft(CompetitionId id) {
        return jdbc.sql("""
                        update competition.competition set state = 'DRAFT', opened_at = null
                        where id = :id and state in ('OPENING', 'OPEN')
                        """).param("id", id.value()).update() > 0;
    }

    public boolean deleteDraft(CompetitionId id) {
        return jdbc.sql("delete from competition.competition where id = :id and state = 'DRAFT'")
                        .param("id", id.value())
                        .update()
                > 0;
    }

    private static ResultRules results(ResultSet row) throws SQLException {
        return new ResultRules(
                ReleaseRule.valueOf(row.getString("release_rule")),
                new Disclosure(
                        DisclosureRule.valueOf(row.getString("answers_rule")), Sql.instantOrNull(row, "answers_at")),
                new Disclosure(
                        DisclosureRule.valueOf(row.getString("explanations_rule")),
                        Sql.instantOrNull(row, "explanations_at")),
                row.getInt("pass_percent"));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        String level = row.getString("level");
        return new Row(
                new CompetitionId(Sql.uuid(row, "id")),
                row.getString("name"),
                new UnitId(Sql.uuid(row, "unit_id")),
                new PersonId(Sql.uuid(row, "organizer_id")),
                new TradeId(Sql.uuid(row, "trade_id")),
                level == null ? null : Level.valueOf(level),
                new ExamWindow(
                        Sql.instant(row, "opens_at"),
                        Sql.instant(row, "closes_at"),
                        Duration.ofSeconds(row.getLong("duration_seconds")),
                        LateStart.valueOf(row.getString("late_start")),
                        Duration.ofSeconds(row.getLong("grace_seconds"))),
                results(row),
                row.getBoolean("live_board"),
                new Aids(row.getBoolean("calculator"), row.getString("formula_sheet"), row.getBoolean("guarded")),
                row.getString("admission").equals("NAMED"),
                CompetitionState.valueOf(row.getString("state")),
                Sql.instantOrNull(row, "closed_at"));
    }

    /** Reads what hangs on it; after the row's own query has ended, so that one connection is enough. */
    private Competition whole(Row row) {
        CompetitionDraft draft = new CompetitionDraft(
                row.name(),
                row.trade(),
                row.level(),
                row.window(),
                plans.sections(row.id()),
                plans.paperRules(row.id()),
                plans.leftOut(row.id()),
                row.named() ? plans.named(row.id()) : plans.units(row.id()),
                row.results(),
                row.liveBoard(),
                row.aids(),
                access.find(row.id()));
        return new Competition(
                row.id(),
                row.unit(),
                row.organizer(),
                draft,
                row.state(),
                stages.of(row.id()).orElse(null),
                row.closedAt(),
                openings.progress(row.id()));
    }
}

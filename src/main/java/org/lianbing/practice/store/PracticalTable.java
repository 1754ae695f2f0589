package org.lianbing.practice.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.attempt.AttemptId;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.practice.Practical;

/** The table {@code practice.practical}. */
@Repository
public class PracticalTable {

    private static final String SELECT = """
            select attempt_id, slot, part, person_id, unit_id, item_id, version_id, trade_id, own_points, of_points, seconds, done_at,
                   points, word, decided_by, decided_at
            from practice.practical
            """;

    private static final String IN_REACH = """
            where state = 'WAITING' and person_id <> :trainer and exists (
                select 1 from unnest(:units::uuid[], :trades::uuid[]) as scope (unit_id, trade_id)
                where scope.unit_id = practical.unit_id
                and (scope.trade_id is null or scope.trade_id = practical.trade_id))
            """;

    /**
     * A unit whose people a trainer looks after.
     *
     * @param trade for which trade; null for every one
     */
    public record Scope(UnitId unit, @Nullable TradeId trade) {}

    private final JdbcClient jdbc;

    PracticalTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a task that waits; told again, it changes nothing. */
    public void insert(Practical practical) {
        jdbc.sql("""
                        insert into practice.practical (attempt_id, slot, part, person_id, unit_id, item_id, version_id, trade_id,
                                                        own_points, of_points, seconds, done_at)
                        values (:attempt, :slot, :part, :person, :unit, :item, :version, :trade, :own, :of, :seconds, :doneAt)
                        on conflict (attempt_id, slot) do nothing
                        """)
                .param("attempt", practical.attempt().value())
                .param("slot", practical.slot())
                .param("part", practical.part(), Types.INTEGER)
                .param("person", practical.person().value())
                .param("unit", practical.unit().value())
                .param("item", practical.item().value())
                .param("version", practical.version().value())
                .param("trade", practical.trade().value())
                .param("own", practical.ownPoints())
                .param("of", practical.ofPoints())
                .param("seconds", practical.took().toSeconds())
                .param("doneAt", Sql.at(practical.doneAt()))
                .update();
    }

    /** What waits in these scopes, longest first; one's own is never among it. */
    public Paged<Practical> waiting(List<Scope> scopes, PersonId trainer, PageOf page) {
        UUID[] units = scopes.stream().map(scope -> scope.unit().value()).toArray(UUID[]::new);
        @Nullable
        UUID[] trades = scopes.stream()
                .map(Scope::trade)
                .map(trade -> trade == null ? null : trade.value())
                .toArray(UUID[]::new);
        List<Practical> rows = jdbc.sql(
                        SELECT + IN_REACH + "order by done_at, attempt_id, slot limit :limit offset :offset")
                .param("units", units)
                .param("trades", trades)
                .param("trainer", trainer.value())
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query((row, number) -> practical(row))
                .list();
        long total = jdbc.sql("select count(*) from practice.practical " + IN_REACH)
                .param("units", units)
                .param("trades", trades)
                .param("trainer", trainer.value())
                .query(Long.class)
                .single();
        return new Paged<>(rows, total);
    }

    /** One of them. */
    public Optional<Practical> find(AttemptId attempt, int slot) {
        return jdbc.sql(SELECT + "where attempt_id = :attempt and slot = :slot")
                .param("attempt", attempt.value())
                .param("slot", slot)
                .query((row, number) -> practical(row))
                .optional();
    }

    /** Those of a drill. */
    public List<Practical> of(AttemptId attempt) {
        return jdbc.sql(SELECT + "where attempt_id = :attempt order by slot")
                .param("attempt", attempt.value())
                .query((row, number) -> practical(row))
                .list();
    }

    /** Keeps what was decided; false where it had been before. */
    public boolean decide(AttemptId attempt, int slot, Practical.Decision decision) {
        return jdbc.sql("""
                        update practice.practical
                        set state = :state, points = :points, word = :word, decided_by = :by, decided_at = :at
                        where attempt_id = :attempt and slot = :slot and state = 'WAITING'
                        """)
                        .param("attempt", attempt.value())
                        .param("slot", slot)
                        .param("state", decision.confirmed() ? "CONFIRMED" : "NOT_CONFIRMED")
                        .param("points", decision.points(), Types.NUMERIC)
                        .param("word", decision.word())
                        .param("by", decision.by().value())
                        .param("at", Sql.at(decision.at()))
                        .update()
                == 1;
    }

    private static Practical practical(ResultSet row) throws SQLException {
        return new Practical(
                new AttemptId(Sql.uuid(row, "attempt_id")),
                row.getInt("slot"),
                row.getObject("part", Integer.class),
                new PersonId(Sql.uuid(row, "person_id")),
                new UnitId(Sql.uuid(row, "unit_id")),
                new ItemId(Sql.uuid(row, "item_id")),
                new ItemVersionId(Sql.uuid(row, "version_id")),
                new TradeId(Sql.uuid(row, "trade_id")),
                row.getBigDecimal("own_points"),
                row.getBigDecimal("of_points"),
                Duration.ofSeconds(row.getLong("seconds")),
                Sql.instant(row, "done_at"),
                decision(row));
    }

    private static Practical.@Nullable Decision decision(ResultSet row) throws SQLException {
        return Sql.instantOrNull(row, "decided_at") == null
                ? null
                : new Practical.Decision(
                        row.getBigDecimal("points"),
                        row.getString("word"),
                        new PersonId(Sql.uuid(row, "decided_by")),
                        Sql.instant(row, "decided_at"));
    }
}

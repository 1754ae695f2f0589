package org.lianbing.bank.call.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.call.Call;
import org.lianbing.bank.call.CallDraft;
import org.lianbing.bank.call.CallId;
import org.lianbing.bank.call.Scope;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.trade.PointId;

/** The table {@code bank.call}. */
@Repository
public class CallTable {

    private static final String SELECT = """
            select c.id, c.trade_id, c.theme, c.words, c.points, c.units, c.opens, c.closes, c.made_by, c.closed_at,
                counted.received, counted.taken
            from bank.call c
            cross join lateral (
                select count(*) filter (where p.state <> 'DRAFT') as received,
                    count(*) filter (where p.state = 'TAKEN') as taken
                from bank.proposal p where p.call_id = c.id) counted
            """;

    private final JdbcClient jdbc;

    CallTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(CallId id, CallDraft draft, PersonId by, Instant now) {
        jdbc.sql("""
                        insert into bank.call
                            (id, trade_id, theme, words, points, units, opens, closes, made_by, made_at)
                        values (:id, :trade, :theme, :words, :points, :units, :opens, :closes, :by, :now)
                        """)
                .param("id", id.value())
                .param("trade", draft.trade().value())
                .param("theme", draft.theme())
                .param("words", draft.words())
                .param("points", draft.points().stream().map(PointId::value).toArray(UUID[]::new))
                .param("units", draft.units().stream().map(UnitId::value).toArray(UUID[]::new))
                .param("opens", draft.opens())
                .param("closes", draft.closes())
                .param("by", by.value())
                .param("now", Sql.at(now))
                .update();
    }

    public void close(CallId id, Instant now) {
        jdbc.sql("update bank.call set closed_at = :now where id = :id and closed_at is null")
                .param("now", Sql.at(now))
                .param("id", id.value())
                .update();
    }

    public Optional<Call> find(CallId id) {
        return jdbc.sql(SELECT + " where c.id = :id")
                .param("id", id.value())
                .query(CallTable::row)
                .optional();
    }

    /** Those that take proposals on that day, the first to close first. */
    public List<Call> open(LocalDate day) {
        return jdbc.sql(SELECT + """
                         where c.closed_at is null and c.opens <= :day and c.closes >= :day
                        order by c.closes, c.id
                        """).param("day", day).query(CallTable::row).list();
    }

    /** Those of the trades, the last to close first. */
    public List<Call> of(Scope scope, int limit) {
        return jdbc.sql(SELECT + """
                         where :all or c.trade_id = any(:trades)
                        order by c.closed_at is null desc, c.closes desc, c.id limit :limit
                        """)
                .param("all", scope.all())
                .param("trades", scope.trades().stream().map(TradeId::value).toArray(UUID[]::new))
                .param("limit", limit)
                .query(CallTable::row)
                .list();
    }

    private static Call row(ResultSet row, int number) throws SQLException {
        return new Call(
                new CallId(Sql.uuid(row, "id")),
                new CallDraft(
                        new TradeId(Sql.uuid(row, "trade_id")),
                        row.getString("theme"),
                        row.getString("words"),
                        Arrays.stream((UUID[]) row.getArray("points").getArray())
                                .map(PointId::new)
                                .collect(Collectors.toSet()),
                        Arrays.stream((UUID[]) row.getArray("units").getArray())
                                .map(UnitId::new)
                                .collect(Collectors.toSet()),
                        row.getObject("opens", LocalDate.class),
                        row.getObject("closes", LocalDate.class)),
                new PersonId(Sql.uuid(row, "made_by")),
                Sql.instantOrNull(row, "closed_at"),
                row.getInt("received"),
                row.getInt("taken"));
    }
}

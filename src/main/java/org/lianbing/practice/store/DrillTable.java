package org.lianbing.practice.store;

import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.attempt.AttemptId;
import org.lianbing.base.Level;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.base.TradeId;
import org.lianbing.practice.Drill;
import org.lianbing.practice.DrillId;
import org.lianbing.practice.DrillSource;

/** The table {@code practice.drill}. */
@Repository
public class DrillTable {

    private final JdbcClient jdbc;

    DrillTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Drill drill) {
        TradeId trade = drill.trade();
        Level level = drill.level();
        jdbc.sql("""
                        insert into practice.drill
                            (id, person_id, trade_id, level, source, items, attempt_id, started_at)
                        values (:id, :person, :trade, :level, :source, :items, :attempt, :at)
                        """)
                .param("id", drill.id().value())
                .param("person", drill.person().value())
                .param("trade", trade == null ? null : trade.value())
                .param("level", level == null ? null : level.code())
                .param("source", drill.source().name())
                .param("items", drill.items())
                .param("attempt", drill.attempt().value())
                .param("at", Sql.at(drill.startedAt()))
                .update();
    }

    /** The last drill for which the person chose trade and level. */
    public Optional<Drill> last(PersonId person) {
        return jdbc.sql("""
                        select id, person_id, trade_id, level, source, items, attempt_id, started_at
                        from practice.drill
                        where person_id = :person and source = 'NEW'
                        order by started_at desc limit 1
                        """)
                .param("person", person.value())
                .query((row, number) -> {
                    UUID trade = Sql.uuidOrNull(row, "trade_id");
                    String level = row.getString("level");
                    return new Drill(
                            new DrillId(Sql.uuid(row, "id")),
                            new PersonId(Sql.uuid(row, "person_id")),
                            trade == null ? null : new TradeId(trade),
                            level == null ? null : Level.find(level).orElse(null),
                            DrillSource.valueOf(row.getString("source")),
                            row.getInt("items"),
                            new AttemptId(Sql.uuid(row, "attempt_id")),
                            Sql.instant(row, "started_at"));
                })
                .optional();
    }
}

package org.lianbing.bank.alike.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.bank.alike.SearchRun;
import org.lianbing.bank.alike.SearchRunId;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;

/** The table {@code bank.alike_run}. */
@Repository
public class RunTable {

    /** A run that did not move for so long has died with its node. */
    private static final Duration DEAD = Duration.ofMinutes(3);

    private static final String SELECT = "select begun_at, ended_at, items, done from bank.alike_run ";

    private final JdbcClient jdbc;

    RunTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new run, unless one is at work. */
    @Transactional
    public boolean begin(SearchRunId run, @Nullable PersonId person, Instant now) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended('bank.alike_run', 0))) as locked")
                .query(Integer.class)
                .single();
        return jdbc.sql("""
                        insert into bank.alike_run (id, begun_at, moved_at, person_id, items, done, pairs)
                        select :id, :now, :now, :person, 0, 0, 0
                        where not exists (
                            select 1 from bank.alike_run where ended_at is null and moved_at > :dead)
                        """)
                        .param("id", run.value())
                        .param("now", Sql.at(now))
                        .param("person", person == null ? null : person.value(), Types.OTHER)
                        .param("dead", Sql.at(now.minus(DEAD)))
                        .update()
                == 1;
    }

    public void move(SearchRunId run, int done, int of, Instant now) {
        jdbc.sql("update bank.alike_run set done = :done, items = :of, moved_at = :now where id = :id")
                .param("id", run.value())
                .param("done", done)
                .param("of", of)
                .param("now", Sql.at(now))
                .update();
    }

    /** Brings a run to its end; older ones go. */
    public void end(SearchRunId run, int pairs, Instant now) {
        jdbc.sql("""
                        update bank.alike_run set ended_at = :now, moved_at = :now, done = items, pairs = :pairs
                        where id = :id
                        """)
                .param("id", run.value())
                .param("pairs", pairs)
                .param("now", Sql.at(now))
                .update();
        jdbc.sql("delete from bank.alike_run where id <> :id and (ended_at is not null or moved_at < :dead)")
                .param("id", run.value())
                .param("dead", Sql.at(now.minus(DEAD)))
                .update();
    }

    public void drop(SearchRunId run) {
        jdbc.sql("delete from bank.alike_run where id = :id")
                .param("id", run.value())
                .update();
    }

    /** The newest that came to its end. */
    public Optional<SearchRun> last() {
        return jdbc.sql(SELECT + "where ended_at is not null order by begun_at desc limit 1")
                .query(RunTable::run)
                .optional();
    }

    /** The one that is at work. */
    public Optional<SearchRun> working(Instant now) {
        return jdbc.sql(SELECT + "where ended_at is null and moved_at > :dead order by begun_at desc limit 1")
                .param("dead", Sql.at(now.minus(DEAD)))
                .query(RunTable::run)
                .optional();
    }

    private static SearchRun run(ResultSet row, int number) throws SQLException {
        int of = row.getInt("items");
        return new SearchRun(
                Sql.instant(row, "begun_at"),
                Sql.instantOrNull(row, "ended_at"),
                of == 0 ? 0 : (double) row.getInt("done") / of);
    }
}

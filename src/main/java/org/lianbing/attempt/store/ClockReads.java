package org.lianbing.attempt.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.attempt.AttemptClock;
import org.lianbing.attempt.AttemptId;
import org.lianbing.base.Sql;

/** The clocks of attempts, as candidates are shown them. */
@Repository
public class ClockReads {

    private static final String CLOCK = """
            select id, clock_version, deadline, paused_at, resumed_at,
                   coalesce(pause_reason, own_pause_reason) as why_paused, extra_seconds, extra_reason
            from attempt.attempt
            """;

    private final JdbcClient jdbc;

    ClockReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One clock. */
    public Optional<AttemptClock> find(AttemptId id) {
        return jdbc.sql(CLOCK + "where id = :id")
                .param("id", id.value())
                .query((row, number) -> clock(row))
                .optional();
    }

    /** The clocks that were changed after a moment. */
    public Map<AttemptId, AttemptClock> changedAfter(Instant moment) {
        Map<AttemptId, AttemptClock> changed = new HashMap<>();
        jdbc.sql(CLOCK + "where clock_changed_at > :moment")
                .param("moment", Sql.at(moment))
                .query(row -> {
                    changed.put(new AttemptId(Sql.uuid(row, "id")), clock(row));
                });
        return changed;
    }

    private static AttemptClock clock(ResultSet row) throws SQLException {
        boolean runs = Sql.instantOrNull(row, "resumed_at") != null;
        return new AttemptClock(
                row.getInt("clock_version"),
                Sql.instantOrNull(row, "deadline"),
                runs ? null : Sql.instantOrNull(row, "paused_at"),
                row.getString("why_paused"),
                Duration.ofSeconds(row.getLong("extra_seconds")),
                row.getString("extra_reason"));
    }
}

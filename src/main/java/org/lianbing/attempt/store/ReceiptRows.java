package org.lianbing.attempt.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.attempt.AttemptId;
import org.lianbing.base.Sql;

/** What was noted of an attempt when its receipt was made out. */
@Repository
public class ReceiptRows {

    /**
     * A receipt as it was noted.
     *
     * @param attempt whose steps it covers
     * @param digest hexadecimal
     * @param notedAt since when it stands
     */
    public record Noted(AttemptId attempt, String digest, Instant notedAt) {}

    private static final String NOTED = """
            select id, digest, coalesce(scored_at, ended_at) as noted_at from attempt.attempt where digest is not null
            """;

    private final JdbcClient jdbc;

    ReceiptRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of one attempt; empty until there is a receipt of it. */
    public Optional<Noted> of(AttemptId attempt) {
        return jdbc.sql(NOTED + " and id = :id")
                .param("id", attempt.value())
                .query(ReceiptRows::noted)
                .optional();
    }

    /** The one whose digest begins so; empty where there is none or more than one. */
    public Optional<Noted> beginning(String digits) {
        var found = jdbc.sql(NOTED + " and digest like :beginning limit 2")
                .param("beginning", digits + "%")
                .query(ReceiptRows::noted)
                .list();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static Noted noted(ResultSet row, int number) throws SQLException {
        return new Noted(new AttemptId(Sql.uuid(row, "id")), row.getString("digest"), Sql.instant(row, "noted_at"));
    }
}

package org.lianbing.attempt.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.attempt.AttemptId;
import org.lianbing.attempt.AttemptState;
import org.lianbing.attempt.AttemptSummary;
import org.lianbing.attempt.AttemptWindow;
import org.lianbing.attempt.Purpose;
import org.lianbing.attempt.SetAsideStep;
import org.lianbing.attempt.Tally;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.paper.FormId;

/** Attempts as others see them. Until the score is there, the answered slots are counted in the journal. */
@Repository
public class SummaryRows {

    private static final String SELECT = """
        select a.id, a.person_id, a.purpose_kind, a.purpose_id, a.form_id, a.title, a.state, a.started_at,
               a.deadline, a.ended_at, a.slots, a.score, a.max_score, a.void_reason,
               a.paused_micros, a.extra_seconds,
               case when a.paused_for_all or a.paused_alone then a.paused_at end as stands_since,
               a.paused_alone,
               (select count(*) from attempt.set_aside_step o where o.attempt_id = a.id) as set_aside,
               (select count(*) from attempt.slot_score s where s.attempt_id = a.id and s.reason = 'UNMARKED')
                   as unmarked,
               case when a.answered is not null then a.answered
                    else (select count(*) from (
                              select distinct on (r.slot) r.value from attempt.response_step r
                              where r.attempt_id = a.id
                              order by r.slot, r.epoch desc, r.sequence desc) as latest
                          where latest.value <> 'null'::jsonb) end as answered
        from attempt.attempt a
        """;

    private final JdbcClient jdbc;

    SummaryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One. */
    public Optional<AttemptSummary> find(AttemptId id) {
        return jdbc.sql(SELECT + "where a.id = :id")
                .param("id", id.value())
                .query((row, number) -> summary(row))
                .optional();
    }

    /** The attempt of a person for a purpose. */
    public Optional<AttemptSummary> find(Purpose purpose, PersonId person) {
        return jdbc.sql(SELECT + "where a.purpose_kind = :kind and a.purpose_id = :purpose and a.person_id = :person")
                .param("kind", purpose.kind())
                .param("purpose", purpose.id())
                .param("person", person.value())
                .query((row, number) -> summary(row))
                .optional();
    }

    /** All for a purpose, in the order of their start. */
    public List<AttemptSummary> all(Purpose purpose) {
        return jdbc.sql(SELECT + "where a.purpose_kind = :kind and a.purpose_id = :purpose order by a.started_at, a.id")
                .param("kind", purpose.kind())
                .param("purpose", purpose.id())
                .query((row, number) -> summary(row))
                .list();
    }

    /** How far those for a purpose have come. */
    public Tally tally(Purpose purpose) {
        return jdbc.sql("""
                        select count(*) filter (where settled) as settled,
                               count(*) filter (where not settled and started_at is not null) as unsettled,
                               count(*) filter (where state in ('HANDED_IN', 'CLOSED') and unmarked) as unmarked
                        from (
                            select started_at, state,
                                   state in ('VOID', 'ABSENT') or (ended_at is not null and score is not null) as settled,
                                   exists (select from attempt.slot_score s
                                           where s.attempt_id = a.id and s.reason = 'UNMARKED') as unmarked
                            from attempt.attempt a where purpose_kind = :kind and purpose_id = :purpose
                        ) as each
                        """)
                .param("kind", purpose.kind())
                .param("purpose", purpose.id())
                .query((row, number) ->
                        new Tally(row.getInt("settled"), row.getInt("unsettled"), row.getInt("unmarked")))
                .single();
    }

    /** Those for a purpose that have a score; nothing has to be counted for them. */
    public List<AttemptSummary> scored(Purpose purpose) {
        return jdbc.sql(SELECT + """
                        where a.purpose_kind = :kind and a.purpose_id = :purpose and a.scored_at is not null
                        order by a.started_at, a.id
                        """)
                .param("kind", purpose.kind())
                .param("purpose", purpose.id())
                .query((row, number) -> summary(row))
                .list();
    }

    /** The last ones of a person, newest first. */
    public List<AttemptSummary> latest(PersonId person, String purposeKind, int limit) {
        return jdbc.sql(SELECT + """
            where a.person_id = :person and a.purpose_kind = :kind
            order by a.started_at desc limit :limit
            """)
                .param("person", person.value())
                .param("kind", purposeKind)
                .param("limit", limit)
                .query((row, number) -> summary(row))
                .list();
    }

    /** What was set aside of one, in the order of its arrival. */
    public List<SetAsideStep> setAside(AttemptId id) {
        return jdbc.sql("""
            select epoch, sequence, slot, received_at, reason from attempt.set_aside_step
            where attempt_id = :id order by received_at, epoch, sequence
            """)
                .param("id", id.value())
                .query((row, number) -> new SetAsideStep(
                        row.getInt("slot"),
                        row.getInt("epoch"),
                        Sql.instant(row, "received_at"),
                        SetAsideStep.Reason.of(row.getString("reason"))))
                .list();
    }

    private static AttemptSummary summary(ResultSet row) throws SQLException {
        Instant startedAt = Sql.instantOrNull(row, "started_at");
        Instant endedAt = Sql.instantOrNull(row, "ended_at");
        return new AttemptSummary(
                new AttemptId(Sql.uuid(row, "id")),
                new PersonId(Sql.uuid(row, "person_id")),
                new Purpose(row.getString("purpose_kind"), Sql.uuid(row, "purpose_id")),
                new FormId(Sql.uuid(row, "form_id")),
                row.getString("title"),
                AttemptState.valueOf(row.getString("state")),
                startedAt,
                Sql.instantOrNull(row, "deadline"),
                endedAt,
                row.getInt("answered"),
                row.getInt("slots"),
                row.getBigDecimal("score"),
                row.getBigDecimal("max_score"),
                used(startedAt, endedAt, Duration.of(row.getLong("paused_micros"), ChronoUnit.MICROS)),
                row.getString("void_reason"),
                row.getInt("set_aside"),
                row.getInt("unmarked"),
                new AttemptSummary.Time(
                        Duration.ofSeconds(row.getLong("extra_seconds")),
                        Sql.instantOrNull(row, "stands_since"),
                        row.getBoolean("paused_alone")));
    }

    private static @Nullable Duration used(@Nullable Instant startedAt, @Nullable Instant endedAt, Duration pausedFor) {
        return startedAt == null || endedAt == null ? null : AttemptWindow.used(startedAt, endedAt, pausedFor);
    }
}

package org.lianbing.attempt.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.attempt.AttemptId;
import org.lianbing.attempt.Purpose;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;

/** Changes of clocks. Each counts the version up and leaves the moment by which other nodes find it. */
@Repository
public class ClockRows {

    /**
     * An attempt at work whose row is held.
     *
     * @param id which
     * @param deadline when its time is up
     * @param standsSince since when its clock stands; null while it runs
     * @param forAll whether it stands for all
     * @param alone whether it stands for this person alone
     */
    public record Held(
            AttemptId id, Instant deadline, @Nullable Instant standsSince, boolean forAll, boolean alone) {

        /** Whether there is time left at a moment; a clock that stands has what it had. */
        public boolean isAhead(Instant now) {
            return isAhead(now, Duration.ZERO);
        }

        /** Whether there would be, with so much more. */
        public boolean isAhead(Instant now, Duration more) {
            return deadline.plus(more).isAfter(standsSince == null ? now : standsSince);
        }
    }

    private final JdbcClient jdbc;

    ClockRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds those with a deadline who are at work for a purpose, in the order of their ids, until the transaction ends. */
    public List<Held> hold(Purpose purpose, @Nullable PersonId person) {
        return jdbc.sql("""
                        select id, deadline, paused_at, paused_for_all, paused_alone from attempt.attempt
                        where purpose_kind = :kind and purpose_id = :purpose and deadline is not null
                          and (state = 'STARTED' or voided_from = 'STARTED')
                          and (:everybody or person_id = :person::uuid)
                        order by id
                        for update
                        """)
                .param("kind", purpose.kind())
                .param("purpose", purpose.id())
                .param("everybody", person == null)
                .param("person", person == null ? null : person.value())
                .query((row, number) -> held(row))
                .list();
    }

    private static Held held(ResultSet row) throws SQLException {
        boolean forAll = row.getBoolean("paused_for_all");
        boolean alone = row.getBoolean("paused_alone");
        return new Held(
                new AttemptId(Sql.uuid(row, "id")),
                Sql.instant(row, "deadline"),
                forAll || alone ? Sql.instant(row, "paused_at") : null,
                forAll,
                alone);
    }

    /** Moves deadlines, and until when answers are taken with them. */
    public void extend(List<AttemptId> held, Duration by, String reason, Instant now) {
        jdbc.sql("""
                        update attempt.attempt
                        set deadline = deadline + make_interval(secs => :seconds),
                            accept_until = accept_until + make_interval(secs => :seconds),
                            extra_seconds = extra_seconds + :seconds, extra_reason = :reason,
                            clock_version = clock_version + 1, clock_changed_at = :now
                        where id = any (:ids::uuid[])
                        """)
                .param("seconds", (int) by.toSeconds())
                .param("reason", reason)
                .param("now", Sql.at(now))
                .param("ids", array(held))
                .update();
    }

    /** Stops clocks; one that stands already goes on standing since then, now for this cause, too. */
    public void pause(List<AttemptId> held, boolean alone, String reason, Instant now) {
        jdbc.sql("""
                        update attempt.attempt
                        set paused_at = case when paused_for_all or paused_alone then paused_at else :now end,
                            resumed_at = null,
                            pause_reason = case when :alone then pause_reason else :reason end,
                            own_pause_reason = case when :alone then :reason else own_pause_reason end,
                            paused_for_all = paused_for_all or not :alone, paused_alone = paused_alone or :alone,
                            clock_version = clock_version + 1, clock_changed_at = :now
                        where id = any (:ids::uuid[])
                        """)
                .param("now", Sql.at(now))
                .param("reason", reason)
                .param("alone", alone)
                .param("ids", array(held))
                .update();
    }

    /** Takes one cause away; where it was the last, the clock runs again and every time is later by the whole pause. */
    public void resume(List<AttemptId> held, boolean alone, Instant now) {
        resumeWhole(held, alone, now);
        jdbc.sql("""
                        update attempt.attempt
                        set paused_for_all = paused_for_all and :alone, paused_alone = paused_alone and not :alone,
                            pause_reason = case when :alone then pause_reason end,
                            own_pause_reason = case when :alone then null else own_pause_reason end,
                            clock_version = clock_version + 1, clock_changed_at = :now
                        where id = any (:ids::uuid[]) and paused_for_all and paused_alone
                        """)
                .param("alone", alone)
                .param("now", Sql.at(now))
                .param("ids", array(held))
                .update();
    }

    private void resumeWhole(List<AttemptId> held, boolean alone, Instant now) {
        jdbc.sql("""
                        update attempt.attempt
                        set paused_for_all = false, paused_alone = false, resumed_at = :now, pause_reason = null,
                            own_pause_reason = null,
                            deadline = deadline + (:now - paused_at), accept_until = accept_until + (:now - paused_at),
                            paused_micros = paused_micros + extract(epoch from :now - paused_at) * 1000000,
                            clock_version = clock_version + 1, clock_changed_at = :now
                        where id = any (:ids::uuid[])
                          and (paused_alone and not paused_for_all and :alone
                               or paused_for_all and not paused_alone and not :alone)
                        """)
                .param("alone", alone)
                .param("now", Sql.at(now))
                .param("ids", array(held))
                .update();
    }

    /**
     * Whether it had been closed by the clock; it runs again, and its score is gone. What lay between counts as a pause:
     * nobody could work then.
     */
    public boolean reopen(AttemptId id, Instant deadline, String reason, Instant now) {
        boolean reopened = jdbc.sql("""
                        update attempt.attempt
                        set state = 'STARTED', ended_at = null, answered = null, digest = null, score = null,
                            scored_at = null,
                            accept_until = :deadline + (accept_until - deadline), deadline = :deadline,
                            paused_micros = paused_micros + extract(epoch from :now - ended_at) * 1000000,
                            extra_seconds = extra_seconds + extract(epoch from :deadline - :now)::int,
                            extra_reason = :reason,
                            clock_version = clock_version + 1, clock_changed_at = :now
                        where id = :id and state = 'CLOSED' and deadline is not null
                          and not exists (select from attempt.mark m where m.attempt_id = :id)
                        """)
                        .param("deadline", Sql.at(deadline))
                        .param("reason", reason)
                        .param("now", Sql.at(now))
                        .param("id", id.value())
                        .update()
                == 1;
        if (reopened) {
            jdbc.sql("delete from attempt.slot_score where attempt_id = :id")
                    .param("id", id.value())
                    .update();
        }
        return reopened;
    }

    private static UUID[] array(List<AttemptId> ids) {
        return ids.stream().map(AttemptId::value).toArray(UUID[]::new);
    }
}

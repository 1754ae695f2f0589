package org.lianbing.attempt.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.attempt.AttemptId;
import org.lianbing.attempt.Candidate;
import org.lianbing.attempt.SittingCourse;
import org.lianbing.attempt.SittingEvent;
import org.lianbing.base.Sql;

/** The tables {@code attempt.sitting_event} and {@code attempt.remark}. */
@Repository
public class SittingEventRows {

    private final JdbcClient jdbc;

    SittingEventRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the end of the transaction nobody else counts the events of this attempt. Saving answers does not wait. */
    public void oneAtATime(AttemptId attempt) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:id, 41))::text")
                .param("id", attempt.toString())
                .query(String.class)
                .single();
    }

    /** Notes an event, or that it is over; false where there are as many as are kept. */
    public boolean put(Candidate candidate, SittingEvent event, Instant receivedAt, int most) {
        return close(candidate, event)
                || known(candidate, event.sequence())
                || insert(candidate, event, receivedAt, most);
    }

    private boolean close(Candidate candidate, SittingEvent event) {
        return event.seconds() != null
                && jdbc.sql("""
                        update attempt.sitting_event set kind = :kind, seconds = :seconds, cause = :cause
                        where attempt_id = :id and epoch = :epoch and sequence = :sequence and seconds is null
                        """)
                                .param("id", candidate.attempt().value())
                                .param("epoch", candidate.epoch())
                                .param("sequence", event.sequence())
                                .param("kind", event.kind().name())
                                .param("seconds", event.seconds())
                                .param(
                                        "cause",
                                        event.cause() == null
                                                ? null
                                                : event.cause().name())
                                .update()
                        == 1;
    }

    private boolean known(Candidate candidate, int sequence) {
        return jdbc.sql("""
                        select exists (select from attempt.sitting_event
                                       where attempt_id = :id and epoch = :epoch and sequence = :sequence)
                        """)
                .param("id", candidate.attempt().value())
                .param("epoch", candidate.epoch())
                .param("sequence", sequence)
                .query(Boolean.class)
                .single();
    }

    private boolean insert(Candidate candidate, SittingEvent event, Instant receivedAt, int most) {
        return jdbc.sql("""
                        insert into attempt.sitting_event
                            (attempt_id, epoch, sequence, kind, happened_at, seconds, cause, received_at)
                        select :id, :epoch, :sequence, :kind, :at, :seconds::integer, :cause, :now
                        where (select count(*) from attempt.sitting_event
                               where attempt_id = :id and sign(sequence) = sign(:sequence)) < :most
                        on conflict do nothing
                        """)
                        .param("id", candidate.attempt().value())
                        .param("epoch", candidate.epoch())
                        .param("sequence", event.sequence())
                        .param("kind", event.kind().name())
                        .param("at", Sql.at(event.happenedAt()))
                        .param("seconds", event.seconds())
                        .param(
                                "cause",
                                event.cause() == null ? null : event.cause().name())
                        .param("now", Sql.at(receivedAt))
                        .param("most", most)
                        .update()
                == 1;
    }

    /** All of an attempt, in the order of their time. */
    public List<SittingEvent> all(AttemptId attempt) {
        return jdbc.sql("""
                        select epoch, sequence, kind, happened_at, seconds, cause from attempt.sitting_event
                        where attempt_id = :id order by happened_at, epoch, sequence
                        """)
                .param("id", attempt.value())
                .query(SittingEventRows::event)
                .list();
    }

    /** The highest number of a device. */
    public int last(Candidate candidate) {
        return jdbc.sql("""
                        select coalesce(max(sequence), 0) from attempt.sitting_event
                        where attempt_id = :id and epoch = :epoch and sequence > 0
                        """)
                .param("id", candidate.attempt().value())
                .param("epoch", candidate.epoch())
                .query(Integer.class)
                .single();
    }

    /** When a device took over. */
    public Optional<Instant> takenOverAt(AttemptId attempt, int epoch) {
        return jdbc.sql("""
                        select happened_at from attempt.sitting_event
                        where attempt_id = :id and epoch = :epoch and kind = 'TAKEN_OVER'
                        """)
                .param("id", attempt.value())
                .param("epoch", epoch)
                .query((row, number) -> Sql.instant(row, "happened_at"))
                .optional();
    }

    public Optional<SittingCourse.Remark> remark(AttemptId attempt) {
        return jdbc.sql("select words, written_at from attempt.remark where attempt_id = :id")
                .param("id", attempt.value())
                .query((row, number) ->
                        new SittingCourse.Remark(row.getString("words"), Sql.instant(row, "written_at")))
                .optional();
    }

    public void putRemark(AttemptId attempt, String words, Instant now) {
        jdbc.sql("""
                        insert into attempt.remark (attempt_id, words, written_at) values (:id, :words, :now)
                        on conflict (attempt_id) do update set words = excluded.words, written_at = excluded.written_at
                        """)
                .param("id", attempt.value())
                .param("words", words)
                .param("now", Sql.at(now))
                .update();
    }

    public void deleteRemark(AttemptId attempt) {
        jdbc.sql("delete from attempt.remark where attempt_id = :id")
                .param("id", attempt.value())
                .update();
    }

    private static SittingEvent event(ResultSet row, int number) throws SQLException {
        String cause = row.getString("cause");
        int seconds = row.getInt("seconds");
        return new SittingEvent(
                row.getInt("epoch"),
                row.getInt("sequence"),
                SittingEvent.Kind.valueOf(row.getString("kind")),
                Sql.instant(row, "happened_at"),
                row.getObject("seconds") == null ? null : seconds,
                cause == null ? null : SittingEvent.Cause.valueOf(cause));
    }
}

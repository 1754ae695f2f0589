package org.lianbing.exam.store;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.Actor;
import org.lianbing.base.Ids;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.exam.ExamClock;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.TimeDecision;

/** What is decided about the time of exams: the decisions, and what they come to in the exam's row. */
@Repository
public class TimeTable {

    private static final int MOST = 500;

    private final JdbcClient jdbc;

    TimeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps the exam's clock as it is until the end of the transaction. Any number of starts hold it at once; while one
     * does, nobody decides about time, so that no start is overlooked by a decision or overlooks one. The lock is in
     * memory: thousands of starts at one instant write nothing for it.
     */
    public void hold(ExamId exam) {
        jdbc.sql("select pg_advisory_xact_lock_shared(:key)")
                .param("key", key(exam))
                .query((row, number) -> true)
                .single();
    }

    /** Waits for the starts that are on their way, and lets no other in before the end of the transaction. */
    public void holdAlone(ExamId exam) {
        jdbc.sql("select pg_advisory_xact_lock(:key)")
                .param("key", key(exam))
                .query((row, number) -> true)
                .single();
    }

    /** The low half of a version 7 id is chance; two exams with the same would only wait for each other. */
    private static long key(ExamId exam) {
        return exam.value().getLeastSignificantBits();
    }

    /** Puts down where the clock of all stands now. */
    public void set(ExamId exam, ExamClock clock, @Nullable String extraReason, @Nullable String pauseReason) {
        jdbc.sql("""
                        update exam.exam
                        set extra_seconds = :extra, extra_reason = :extraReason, paused_micros = :pausedFor,
                            paused_at = :pausedAt, pause_reason = :pauseReason, over_at = :over
                        where id = :id
                        """)
                .param("extra", clock.extra().toSeconds())
                .param("extraReason", extraReason)
                .param("pausedFor", micros(clock.pausedFor()))
                .param("pausedAt", Sql.atOrNull(clock.pausedAt()))
                .param("pauseReason", pauseReason)
                .param("over", Sql.atOrNull(clock.overAt()))
                .param("id", exam.value())
                .update();
    }

    /** Keeps a decision. */
    public void insert(ExamId exam, Actor actor, TimeDecision decision) {
        jdbc.sql("""
                        insert into exam.time_decision
                            (id, exam_id, person_id, kind, micros, reason, affected, decided_by, decider, decided_at)
                        values (:id, :exam, :person, :kind, :micros, :reason, :affected, :by, :decider, :at)
                        """)
                .param("id", Ids.next())
                .param("exam", exam.value())
                .param("person", value(decision.person()))
                .param("kind", decision.kind().name())
                .param("micros", micros(decision.by()))
                .param("reason", decision.reason())
                .param("affected", decision.affected())
                .param("by", actor.person().value())
                .param("decider", decision.decider())
                .param("at", Sql.at(decision.at()))
                .update();
    }

    /** The decisions of an exam, the latest first. */
    public List<TimeDecision> decisions(ExamId exam) {
        return jdbc.sql("""
                        select decided_at, kind, person_id, micros, reason, affected, decider
                        from exam.time_decision where exam_id = :exam
                        order by id desc limit :most
                        """)
                .param("exam", exam.value())
                .param("most", MOST)
                .query((row, number) -> {
                    UUID person = Sql.uuidOrNull(row, "person_id");
                    return new TimeDecision(
                            Sql.instant(row, "decided_at"),
                            TimeDecision.Kind.valueOf(row.getString("kind")),
                            person == null ? null : new PersonId(person),
                            Duration.of(row.getLong("micros"), ChronoUnit.MICROS),
                            row.getString("reason"),
                            row.getInt("affected"),
                            row.getString("decider"));
                })
                .list();
    }

    private static @Nullable UUID value(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }

    private static long micros(Duration duration) {
        return duration.dividedBy(ChronoUnit.MICROS.getDuration());
    }
}

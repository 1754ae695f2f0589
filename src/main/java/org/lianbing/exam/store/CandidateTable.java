package org.lianbing.exam.store;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.exam.ExamId;

/** The table {@code exam.candidate}: the rosters. */
@Repository
public class CandidateTable {

    /** A person with their number on the roster. */
    public record Candidate(PersonId person, int seat) {}

    /** Extra time that a person has alone, and why. */
    public record Own(Duration extra, @Nullable String reason) {

        /** No extra time. */
        public static final Own NONE = new Own(Duration.ZERO, null);
    }
    /** Somebody whose device holds the sealed form. */
    public record Ready(ExamId exam, PersonId person) {}

    /** How many on the roster, and how many with the sealed form. */
    public record Count(int roster, int ready) {}

    private final JdbcClient jdbc;

    CandidateTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Seats are numbered from 1 in the order given. */
    public void insert(ExamId exam, List<PersonId> roster) {
        jdbc.sql("""
                        insert into exam.candidate (exam_id, person_id, seat)
                        select :exam, person_id, seat
                        from unnest(:people::uuid[]) with ordinality as roster (person_id, seat)
                        """)
                .param("exam", exam.value())
                .param("people", roster.stream().map(PersonId::value).toArray(UUID[]::new))
                .update();
    }

    /** The extra time of a person's own; empty for whoever is not on the roster. */
    public Optional<Own> own(ExamId exam, PersonId person) {
        return jdbc.sql("""
                        select extra_seconds, extra_reason from exam.candidate
                        where exam_id = :exam and person_id = :person
                        """)
                .param("exam", exam.value())
                .param("person", person.value())
                .query((row, number) ->
                        new Own(Duration.ofSeconds(row.getLong("extra_seconds")), row.getString("extra_reason")))
                .optional();
    }

    /** Everybody on the roster who has extra time of their own: few. */
    public Map<PersonId, Own> owns(ExamId exam) {
        Map<PersonId, Own> owns = new HashMap<>();
        jdbc.sql("""
                        select person_id, extra_seconds, extra_reason from exam.candidate
                        where exam_id = :exam and extra_seconds <> 0
                        """).param("exam", exam.value()).query(row -> {
            owns.put(
                    new PersonId(Sql.uuid(row, "person_id")),
                    new Own(Duration.ofSeconds(row.getLong("extra_seconds")), row.getString("extra_reason")));
        });
        return owns;
    }

    /** Sets it. */
    public void setOwn(ExamId exam, PersonId person, Own own) {
        jdbc.sql("""
                        update exam.candidate set extra_seconds = :extra, extra_reason = :reason
                        where exam_id = :exam and person_id = :person
                        """)
                .param("extra", own.extra().toSeconds())
                .param("reason", own.reason())
                .param("exam", exam.value())
                .param("person", person.value())
                .update();
    }

    /** The person's number on the roster. */
    public Optional<Integer> seat(ExamId exam, PersonId person) {
        return jdbc.sql("select seat from exam.candidate where exam_id = :exam and person_id = :person")
                .param("exam", exam.value())
                .param("person", person.value())
                .query(Integer.class)
                .optional();
    }

    /** Notes whose devices hold the sealed form; the first time stays. */
    public void markReady(List<Ready> ready, Instant now) {
        jdbc.sql("""
                        update exam.candidate c set ready_at = :now
                        from unnest(:exams::uuid[], :people::uuid[]) as r (exam_id, person_id)
                        where c.exam_id = r.exam_id and c.person_id = r.person_id and c.ready_at is null
                        """)
                .param("now", Sql.at(now))
                .param("exams", ready.stream().map(one -> one.exam().value()).toArray(UUID[]::new))
                .param("people", ready.stream().map(one -> one.person().value()).toArray(UUID[]::new))
                .update();
    }

    /** How many are on the roster, and how many of them have the sealed form. */
    public Count count(ExamId exam) {
        return jdbc.sql("select count(*) as roster, count(ready_at) as ready from exam.candidate where exam_id = :exam")
                .param("exam", exam.value())
                .query((row, number) -> new Count(row.getInt("roster"), row.getInt("ready")))
                .single();
    }

    /** Those whose seats lie between these two, both included. */
    public List<Candidate> between(ExamId exam, int first, int last) {
        return jdbc.sql("""
                        select person_id, seat from exam.candidate
                        where exam_id = :exam and seat between :first and :last order by seat
                        """)
                .param("exam", exam.value())
                .param("first", first)
                .param("last", last)
                .query((row, number) -> new Candidate(new PersonId(Sql.uuid(row, "person_id")), row.getInt("seat")))
                .list();
    }

    public List<Candidate> roster(ExamId exam) {
        return jdbc.sql("select person_id, seat from exam.candidate where exam_id = :exam order by seat")
                .param("exam", exam.value())
                .query((row, number) -> new Candidate(new PersonId(Sql.uuid(row, "person_id")), row.getInt("seat")))
                .list();
    }
}

package org.lianbing.exam.marking.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.base.UnitId;
import org.lianbing.exam.ExamId;

/** The tables {@code exam.marking} and {@code exam.marker}: that an exam is marked, until when, and by whom. */
@Repository
public class MarkingTable {

    /** That an exam is marked: until when, and since when the answers lie there. */
    public record Row(@Nullable Instant dueAt, @Nullable Instant openedAt) {}

    /** Somebody named, with the unit they stood for then: they leave its people to others. */
    public record Marker(PersonId person, UnitId unit) {}

    private final JdbcClient jdbc;

    MarkingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** People will have to mark this exam. */
    public void insert(ExamId exam) {
        jdbc.sql("insert into exam.marking (exam_id) values (:exam)")
                .param("exam", exam.value())
                .update();
    }

    public Optional<Row> find(ExamId exam) {
        return jdbc.sql("select due_at, opened_at from exam.marking where exam_id = :exam")
                .param("exam", exam.value())
                .query((row, number) -> new Row(Sql.instantOrNull(row, "due_at"), Sql.instantOrNull(row, "opened_at")))
                .optional();
    }

    /** Holds the marking of an exam; false where there is none. */
    public boolean hold(ExamId exam) {
        return jdbc.sql("select exam_id from exam.marking where exam_id = :exam for update")
                .param("exam", exam.value())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /**
     * Keeps how an exam is marked as it is until the end of the transaction. Any number of marks hold it at once; while
     * one does, nobody lays down another rule, names markers or lays out answers.
     */
    public void share(ExamId exam) {
        jdbc.sql("select exam_id from exam.marking where exam_id = :exam for share")
                .param("exam", exam.value())
                .query(UUID.class)
                .optional();
    }

    public void setDue(ExamId exam, @Nullable Instant dueAt) {
        jdbc.sql("update exam.marking set due_at = :due where exam_id = :exam")
                .param("exam", exam.value())
                .param("due", Sql.atOrNull(dueAt))
                .update();
    }

    /** Whether this call was the one that opened it. */
    public boolean markOpened(ExamId exam, Instant now) {
        return jdbc.sql("update exam.marking set opened_at = :now where exam_id = :exam and opened_at is null")
                        .param("exam", exam.value())
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    /** What waits for a mark is to be laid out once more. */
    public void openAnew(ExamId exam) {
        jdbc.sql("update exam.marking set opened_at = null where exam_id = :exam")
                .param("exam", exam.value())
                .update();
    }

    /** Whether an answer waits for an opinion. */
    public boolean waits(ExamId exam) {
        return jdbc.sql("select exists (select from exam.marking_answer where exam_id = :exam and open)")
                .param("exam", exam.value())
                .query(Boolean.class)
                .single();
    }

    /** Exams that have begun and whose answers are not laid out yet, or anew for who was restored after the release. */
    public List<ExamId> toOpen(Instant now) {
        return exams("""
                select m.exam_id from exam.marking m join exam.exam e on e.id = m.exam_id
                where m.opened_at is null and e.state <> 'CANCELLED' and e.opens_at <= :now
                order by e.opens_at limit 100
                """, now);
    }

    /** Exams that are being marked: after the release those alone in which something waits still. */
    public List<ExamId> open(Instant now) {
        return exams("""
                select m.exam_id from exam.marking m join exam.exam e on e.id = m.exam_id
                where m.opened_at <= :now
                  and (e.state = 'SCHEDULED'
                       or e.state = 'RELEASED'
                          and m.exam_id in (select a.exam_id from exam.marking_answer a where a.open))
                order by m.opened_at limit 1000
                """, now);
    }

    private List<ExamId> exams(String sql, Instant now) {
        return jdbc.sql(sql).param("now", Sql.at(now)).query(UUID.class).list().stream()
                .map(ExamId::new)
                .toList();
    }

    public Optional<Marker> marker(ExamId exam, PersonId person) {
        return markers(exam).stream()
                .filter(marker -> marker.person().equals(person))
                .findFirst();
    }

    public List<Marker> markers(ExamId exam) {
        return jdbc.sql("select person_id, unit_id from exam.marker where exam_id = :exam order by named_at, person_id")
                .param("exam", exam.value())
                .query((row, number) ->
                        new Marker(new PersonId(Sql.uuid(row, "person_id")), new UnitId(Sql.uuid(row, "unit_id"))))
                .list();
    }

    /** Whether this call was the one that named them. */
    public boolean name(ExamId exam, Marker marker, PersonId by, Instant now) {
        return jdbc.sql("""
                        insert into exam.marker (exam_id, person_id, unit_id, named_by, named_at)
                        values (:exam, :person, :unit, :by, :now)
                        on conflict (exam_id, person_id) do nothing
                        """)
                        .param("exam", exam.value())
                        .param("person", marker.person().value())
                        .param("unit", marker.unit().value())
                        .param("by", by.value())
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    /** Names nobody but these any more; what the others had taken is free again, what they gave stays. */
    public void keepOnly(ExamId exam, Collection<PersonId> people) {
        UUID[] kept = people.stream().map(PersonId::value).toArray(UUID[]::new);
        jdbc.sql("delete from exam.marker where exam_id = :exam and person_id <> all(:kept::uuid[])")
                .param("exam", exam.value())
                .param("kept", kept)
                .update();
        jdbc.sql("""
                        update exam.marking_task t set marker_id = null, claimed_until = null
                        from exam.marking_answer a
                        where a.id = t.answer_id and a.exam_id = :exam and t.marked_at is null
                          and t.marker_id <> all(:kept::uuid[])
                        """).param("exam", exam.value()).param("kept", kept).update();
    }

    /** The exams that somebody is named for and that are being marked, or will be; once released, while something waits. */
    public List<ExamId> of(PersonId person, int limit) {
        return jdbc.sql("""
                        select m.exam_id from exam.marker m
                        join exam.marking k on k.exam_id = m.exam_id
                        join exam.exam e on e.id = m.exam_id
                        where m.person_id = :person
                          and (e.state = 'SCHEDULED'
                               or e.state = 'RELEASED'
                                  and exists (select from exam.marking_answer a where a.exam_id = m.exam_id and a.open))
                        order by k.due_at nulls last, e.opens_at limit :limit
                        """).param("person", person.value()).param("limit", limit).query(UUID.class).list().stream()
                .map(ExamId::new)
                .toList();
    }
}

package org.lianbing.exam.marking.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.attempt.AttemptId;
import org.lianbing.base.Sql;
import org.lianbing.base.UnitId;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.marking.AnswerId;

/** The table {@code exam.marking_answer}: what lies there to be marked. */
@Repository
public class AnswerTable {

    /** An answer without its number, with the unit its candidate stands for. */
    public record Answer(AttemptId attempt, int slot, int question, UnitId unit) {}

    /** Where an answer stands. */
    public record Place(AttemptId attempt, int slot) {}

    private final JdbcClient jdbc;

    AnswerTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What lies there, by where it stands. */
    public Map<Place, AnswerId> of(ExamId exam) {
        Map<Place, AnswerId> answers = new HashMap<>();
        jdbc.sql("select id, attempt_id, slot from exam.marking_answer where exam_id = :exam")
                .param("exam", exam.value())
                .query(row -> {
                    answers.put(
                            new Place(new AttemptId(Sql.uuid(row, "attempt_id")), row.getInt("slot")),
                            new AnswerId(Sql.uuid(row, "id")));
                });
        return answers;
    }

    /** Lays answers to the others, each question numbered on in the order given. */
    public void insert(ExamId exam, List<Answer> answers) {
        jdbc.sql("""
                        insert into exam.marking_answer (id, exam_id, attempt_id, slot, question, number, unit_id)
                        select n.id, :exam, n.attempt, n.slot, n.question,
                               coalesce((select max(a.number) from exam.marking_answer a
                                         where a.exam_id = :exam and a.question = n.question), 0)
                               + row_number() over (partition by n.question order by n.place),
                               n.unit
                        from unnest(:ids::uuid[], :attempts::uuid[], :slots::smallint[], :questions::smallint[],
                                    :units::uuid[])
                             with ordinality as n (id, attempt, slot, question, unit, place)
                        on conflict (attempt_id, slot) do nothing
                        """)
                .param("exam", exam.value())
                .param(
                        "ids",
                        answers.stream().map(one -> AnswerId.next().value()).toArray(UUID[]::new))
                .param(
                        "attempts",
                        answers.stream().map(one -> one.attempt().value()).toArray(UUID[]::new))
                .param("slots", answers.stream().map(Answer::slot).toArray(Integer[]::new))
                .param("questions", answers.stream().map(Answer::question).toArray(Integer[]::new))
                .param("units", answers.stream().map(one -> one.unit().value()).toArray(UUID[]::new))
                .update();
    }

    /** Just these wait for an opinion, and no others of the exam. */
    public void setOpen(ExamId exam, List<AnswerId> open) {
        jdbc.sql("""
                        update exam.marking_answer set open = not open
                        where exam_id = :exam and open <> (id = any(:open::uuid[]))
                        """)
                .param("exam", exam.value())
                .param("open", open.stream().map(AnswerId::value).toArray(UUID[]::new))
                .update();
    }

    /** As many opinions are asked about each open answer, and no more; a third one stays. */
    public void ask(ExamId exam, int opinions) {
        jdbc.sql("""
                        insert into exam.marking_task (answer_id, opinion)
                        select a.id, n from exam.marking_answer a cross join generate_series(1, :opinions::int) n
                        where a.exam_id = :exam and a.open
                        on conflict (answer_id, opinion) do nothing
                        """).param("exam", exam.value()).param("opinions", opinions).update();
        jdbc.sql("""
                        delete from exam.marking_task t using exam.marking_answer a
                        where a.id = t.answer_id and a.exam_id = :exam and t.opinion = 2 and :opinions::int = 1
                          and t.marked_at is null
                        """).param("exam", exam.value()).param("opinions", opinions).update();
    }
}

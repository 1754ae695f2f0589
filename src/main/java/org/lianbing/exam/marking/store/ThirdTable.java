package org.lianbing.exam.marking.store;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.base.UnitId;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.marking.AnswerId;

/** Who may give third opinions. */
@Repository
public class ThirdTable {

    /**
     * Somebody who may.
     *
     * @param person the marker
     * @param hasOthers whether other third opinions wait that they may give, so that they know already
     */
    public record Able(PersonId person, boolean hasOthers) {}

    private final JdbcClient jdbc;

    ThirdTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The markers who have no opinion about an answer and are not of its candidate's unit.
     *
     * @param holder the exam's unit; within it everybody may mark everybody
     */
    public List<Able> able(ExamId exam, AnswerId answer, UnitId holder) {
        return jdbc.sql("""
                        with mine as (
                            select m.person_id, a.id
                            from exam.marker m
                            join exam.marking_answer a on a.exam_id = m.exam_id
                            join exam.marking_task t on t.answer_id = a.id
                            where m.exam_id = :exam and a.open and t.opinion = 3 and t.marked_at is null
                              and (a.unit_id <> m.unit_id or m.unit_id = :holder)
                              and not exists (select from exam.marking_task o
                                              where o.answer_id = a.id and o.opinion <> 3
                                                and o.marker_id = m.person_id)
                        )
                        select person_id, count(*) > 1 as others from mine
                        group by person_id having bool_or(id = :answer) order by person_id
                        """)
                .param("exam", exam.value())
                .param("answer", answer.value())
                .param("holder", holder.value())
                .query((row, number) -> new Able(new PersonId(Sql.uuid(row, "person_id")), row.getBoolean("others")))
                .list();
    }

    /** Who named the markers of an exam. */
    public List<PersonId> namedBy(ExamId exam) {
        return jdbc
                .sql("select distinct named_by from exam.marker where exam_id = :exam")
                .param("exam", exam.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .toList();
    }
}

package org.lianbing.exam.marking.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.attempt.AttemptId;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.base.UnitId;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.marking.AnswerId;
import org.lianbing.exam.marking.GivenMark;

/** The table {@code exam.marking_task}: who has taken which answer, and who gave which opinion. */
@Repository
public class TaskTable {

    /**
     * An opinion about an answer, taken by somebody.
     *
     * @param answer which
     * @param attempt where it stands
     * @param slot in which place
     * @param question of the exam
     * @param number among the answers to it
     * @param opinion 1 to 3
     * @param marked whether it was given
     */
    public record Taken(
            AnswerId answer, AttemptId attempt, int slot, int question, int number, int opinion, boolean marked) {}

    /**
     * Who asks for work. An answer of one's own side, most often the enterprise, is left to others where the exam is of a
     * wider one.
     */
    public record Asker(PersonId person, UnitId unit, UnitId holder) {}

    private static final String TAKEN = """
            select t.answer_id, a.attempt_id, a.slot, a.question, a.number, t.opinion, t.marked_at
            from exam.marking_task t join exam.marking_answer a on a.id = t.answer_id
            """;

    /** What the asker may take: free, run out, or theirs already; and no second opinion of theirs about one answer. */
    private static final String FREE = """
            a.open and t.marked_at is null
            and (t.marker_id is null or t.claimed_until <= :now or t.marker_id = :me)
            and (a.unit_id <> :unit or :unit = :holder)
            and not exists (select from exam.marking_task o
                            where o.answer_id = t.answer_id and o.opinion <> t.opinion and o.marker_id = :me)
            """;

    private static final String OWN = "t.marker_id = :me and :after >= 0";
    private static final String BEHIND = "a.number > :after";
    private static final String FROM_THE_START = "a.number <= :after";

    private final JdbcClient jdbc;

    TaskTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes an answer of a question, first the one that the asker has taken already, then the next after a number. Two
     * who ask at once get different ones.
     */
    public Optional<Taken> claim(ExamId exam, int question, Asker asker, int after, Instant now, Instant until) {
        return Stream.of(OWN, BEHIND, FROM_THE_START)
                .flatMap(where -> claim(where, exam, question, asker, after, now, until).stream())
                .findFirst();
    }

    /** Each asks for one in the order of an index and stops at the first, however many wait. */
    private Optional<Taken> claim(
            String where, ExamId exam, int question, Asker asker, int after, Instant now, Instant until) {
        return who(jdbc.sql("""
                        with next as (
                            select t.answer_id, t.opinion
                            from exam.marking_answer a join exam.marking_task t on t.answer_id = a.id
                            where a.exam_id = :exam and a.question = :question and
                        """ + where + " and " + FREE + """
                            order by a.number, t.opinion
                            limit 1
                            for update of t skip locked
                        ), taken as (
                            update exam.marking_task t set marker_id = :me, claimed_until = :until
                            from next where t.answer_id = next.answer_id and t.opinion = next.opinion
                            returning t.answer_id, t.opinion, t.marked_at
                        )
                        select t.answer_id, a.attempt_id, a.slot, a.question, a.number, t.opinion, t.marked_at
                        from taken t join exam.marking_answer a on a.id = t.answer_id
                        """), asker, now)
                .param("exam", exam.value())
                .param("question", question)
                .param("after", after)
                .param("until", Sql.at(until))
                .query(TaskTable::taken)
                .optional();
    }

    /** How many opinions the asker could give to a question. */
    public int waiting(ExamId exam, int question, Asker asker, Instant now) {
        return who(jdbc.sql("""
                        select count(distinct a.id)
                        from exam.marking_task t join exam.marking_answer a on a.id = t.answer_id
                        where a.exam_id = :exam and a.question = :question and
                        """ + FREE), asker, now)
                .param("exam", exam.value())
                .param("question", question)
                .query(Integer.class)
                .single();
    }

    private static JdbcClient.StatementSpec who(JdbcClient.StatementSpec statement, Asker asker, Instant now) {
        return statement
                .param("me", asker.person().value())
                .param("unit", asker.unit().value())
                .param("holder", asker.holder().value())
                .param("now", Sql.at(now));
    }

    /** The opinion that somebody took of an answer, given or not. */
    public Optional<Taken> of(ExamId exam, AnswerId answer, PersonId marker) {
        return jdbc.sql(TAKEN + " where a.exam_id = :exam and a.id = :answer and t.marker_id = :marker")
                .param("exam", exam.value())
                .param("answer", answer.value())
                .param("marker", marker.value())
                .query(TaskTable::taken)
                .optional();
    }

    /** Notes that a taken opinion was given; false where somebody else has taken it meanwhile, or where it was given. */
    public boolean give(Taken taken, PersonId marker, BigDecimal points, Instant now) {
        return jdbc.sql("""
                        update exam.marking_task set points = :points, marked_at = :now
                        where answer_id = :answer and opinion = :opinion and marker_id = :marker and marked_at is null
                        """)
                        .param("answer", taken.answer().value())
                        .param("opinion", taken.opinion())
                        .param("marker", marker.value())
                        .param("points", points)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    /** Notes the points of a second thought. */
    public void change(Taken taken, BigDecimal points) {
        jdbc.sql("update exam.marking_task set points = :points where answer_id = :answer and opinion = :opinion")
                .param("answer", taken.answer().value())
                .param("opinion", taken.opinion())
                .param("points", points)
                .update();
    }

    /** Gives back what was taken and not given. */
    public boolean giveBack(Taken taken, PersonId marker) {
        return jdbc.sql("""
                        update exam.marking_task set marker_id = null, claimed_until = null
                        where answer_id = :answer and opinion = :opinion and marker_id = :marker and marked_at is null
                        """)
                        .param("answer", taken.answer().value())
                        .param("opinion", taken.opinion())
                        .param("marker", marker.value())
                        .update()
                == 1;
    }

    /** Somebody else is asked; whether this call was the one that asked. */
    public boolean ask(AnswerId answer, int opinion) {
        return jdbc.sql("""
                        insert into exam.marking_task (answer_id, opinion) values (:answer, :opinion)
                        on conflict (answer_id, opinion) do nothing
                        """)
                        .param("answer", answer.value())
                        .param("opinion", opinion)
                        .update()
                == 1;
    }

    /** Whether an answer waits for an opinion. */
    public void setOpen(AnswerId answer, boolean open) {
        jdbc.sql("update exam.marking_answer set open = :open where id = :answer")
                .param("answer", answer.value())
                .param("open", open)
                .update();
    }

    /** What somebody gave to a question, the latest first. */
    public List<GivenMark> given(ExamId exam, int question, PersonId marker, int limit) {
        return jdbc.sql("""
                        select a.id, a.number, t.points, t.marked_at
                        from exam.marking_task t join exam.marking_answer a on a.id = t.answer_id
                        where a.exam_id = :exam and a.question = :question and t.marker_id = :marker
                          and t.marked_at is not null
                        order by t.marked_at desc, a.number limit :limit
                        """)
                .param("exam", exam.value())
                .param("question", question)
                .param("marker", marker.value())
                .param("limit", limit)
                .query((row, number) -> new GivenMark(
                        new AnswerId(Sql.uuid(row, "id")),
                        row.getInt("number"),
                        row.getBigDecimal("points"),
                        Sql.instant(row, "marked_at")))
                .list();
    }

    /** How many somebody gave to a question. */
    public int countGiven(ExamId exam, int question, PersonId marker) {
        return jdbc.sql("""
                        select count(*) from exam.marking_task t join exam.marking_answer a on a.id = t.answer_id
                        where a.exam_id = :exam and a.question = :question and t.marker_id = :marker
                          and t.marked_at is not null
                        """)
                .param("exam", exam.value())
                .param("question", question)
                .param("marker", marker.value())
                .query(Integer.class)
                .single();
    }

    private static Taken taken(ResultSet row, int number) throws SQLException {
        return new Taken(
                new AnswerId(Sql.uuid(row, "answer_id")),
                new AttemptId(Sql.uuid(row, "attempt_id")),
                row.getInt("slot"),
                row.getInt("question"),
                row.getInt("number"),
                row.getInt("opinion"),
                row.getObject("marked_at") != null);
    }
}

package org.lianbing.exam.marking.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.base.UnitId;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.marking.Difference;

/** Counts what was marked and how far opinions lie apart. */
@Repository
public class ProgressTable {

    /** Figures of one question. */
    public record OfQuestion(
            int answers,
            int done,
            int twice,
            int thirds,
            @Nullable Double meanDifference,
            @Nullable Double mean) {

        /** Of a question that nobody answered. */
        public static final OfQuestion NONE = new OfQuestion(0, 0, 0, 0, null, null);
    }

    /** Figures of one marker. */
    public record OfMarker(
            int marked,
            int claimed,
            @Nullable Double mean,
            @Nullable Double meanDifference) {

        /** Of a marker who did nothing yet. */
        public static final OfMarker NONE = new OfMarker(0, 0, null, null);
    }

    private final JdbcClient jdbc;

    ProgressTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By number of the question. */
    public Map<Integer, OfQuestion> questions(ExamId exam) {
        Map<Integer, OfQuestion> figures = new HashMap<>();
        jdbc.sql("""
                        select a.question, count(*) as answers, count(*) filter (where not a.open) as done,
                               count(*) filter (where f.points is not null and s.points is not null) as twice,
                               count(h.answer_id) as thirds, avg(abs(f.points - s.points)) as difference,
                               (select avg(t.points) from exam.marking_task t
                                join exam.marking_answer b on b.id = t.answer_id
                                where b.exam_id = :exam and b.question = a.question) as mean
                        from exam.marking_answer a
                        left join exam.marking_task f on f.answer_id = a.id and f.opinion = 1
                        left join exam.marking_task s on s.answer_id = a.id and s.opinion = 2
                        left join exam.marking_task h on h.answer_id = a.id and h.opinion = 3
                        where a.exam_id = :exam
                        group by a.question
                        """).param("exam", exam.value()).query(row -> {
            figures.put(
                    row.getInt("question"),
                    new OfQuestion(
                            row.getInt("answers"),
                            row.getInt("done"),
                            row.getInt("twice"),
                            row.getInt("thirds"),
                            number(row, "difference"),
                            number(row, "mean")));
        });
        return figures;
    }

    /** By marker, also those who are named no more. */
    public Map<PersonId, OfMarker> markers(ExamId exam) {
        Map<PersonId, OfMarker> figures = new HashMap<>();
        jdbc.sql("""
                        select t.marker_id, count(t.marked_at) as marked,
                               count(*) filter (where t.marked_at is null) as claimed, avg(t.points) as mean,
                               avg(abs(t.points - o.points)) as difference
                        from exam.marking_answer a
                        join exam.marking_task t on t.answer_id = a.id and t.marker_id is not null
                        left join exam.marking_task o on o.answer_id = a.id and t.opinion < 3 and o.opinion = 3 - t.opinion
                        where a.exam_id = :exam
                        group by t.marker_id
                        """).param("exam", exam.value()).query(row -> {
            figures.put(
                    new PersonId(Sql.uuid(row, "marker_id")),
                    new OfMarker(
                            row.getInt("marked"),
                            row.getInt("claimed"),
                            number(row, "mean"),
                            number(row, "difference")));
        });
        return figures;
    }

    /** Opinions that are wanted and that nobody of the named may give; a unit that holds the exam marks its own people. */
    public int stuck(ExamId exam, UnitId holder) {
        return jdbc.sql("""
                        select count(*) from exam.marking_task t join exam.marking_answer a on a.id = t.answer_id
                        where a.exam_id = :exam and a.open and t.marked_at is null and not exists (
                            select from exam.marker m
                            where m.exam_id = a.exam_id and (m.unit_id <> a.unit_id or m.unit_id = :holder)
                              and not exists (select from exam.marking_task o
                                              where o.answer_id = a.id and o.opinion <> t.opinion
                                                and o.marker_id = m.person_id and o.marked_at is not null))
                        """)
                .param("exam", exam.value())
                .param("holder", holder.value())
                .query(Integer.class)
                .single();
    }

    /** Where a third opinion was asked, the widest apart first. */
    public List<Difference> differences(ExamId exam, int limit) {
        return jdbc.sql("""
                        select a.question, a.number, f.points as first, s.points as second, h.points as third
                        from exam.marking_answer a
                        join exam.marking_task f on f.answer_id = a.id and f.opinion = 1
                        join exam.marking_task s on s.answer_id = a.id and s.opinion = 2
                        join exam.marking_task h on h.answer_id = a.id and h.opinion = 3
                        where a.exam_id = :exam and f.points is not null and s.points is not null
                        order by h.points is null desc, abs(f.points - s.points) desc, a.question, a.number
                        limit :limit
                        """)
                .param("exam", exam.value())
                .param("limit", limit)
                .query((row, number) -> new Difference(
                        row.getInt("question"),
                        row.getInt("number"),
                        row.getBigDecimal("first"),
                        row.getBigDecimal("second"),
                        row.getBigDecimal("third")))
                .list();
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }
}

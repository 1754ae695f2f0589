package org.lianbing.course.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.course.CourseId;
import org.lianbing.course.LearningRecord;
import org.lianbing.course.LessonId;

/** The table {@code course.learning_record}. */
@Repository
public class LearningTable {

    private final JdbcClient jdbc;

    LearningTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<LearningRecord> find(PersonId person, LessonId lesson) {
        return jdbc.sql("""
                        select opened_at, finished_at, progress from course.learning_record
                        where person_id = :person and lesson_id = :lesson
                        """)
                .param("person", person.value())
                .param("lesson", lesson.value())
                .query(LearningTable::record)
                .optional();
    }

    /** Keeps the farthest progress and the first moments. */
    public LearningRecord reach(PersonId person, LessonId lesson, int progress, Instant now) {
        return jdbc.sql("""
                        insert into course.learning_record as r
                            (person_id, lesson_id, opened_at, last_at, finished_at, progress)
                        values (:person, :lesson, :now, :now, case when :progress = 100 then :now end, :progress)
                        on conflict (person_id, lesson_id) do update set
                            last_at = greatest(r.last_at, excluded.last_at),
                            finished_at = coalesce(r.finished_at, excluded.finished_at),
                            progress = greatest(r.progress, excluded.progress)
                        returning opened_at, finished_at, progress
                        """)
                .param("person", person.value())
                .param("lesson", lesson.value())
                .param("progress", progress)
                .param("now", Sql.at(now))
                .query(LearningTable::record)
                .single();
    }

    /** How many lessons of each course the person has finished. */
    public Map<CourseId, Integer> finished(PersonId person, Collection<CourseId> courses) {
        Map<CourseId, Integer> counts = new HashMap<>();
        if (courses.isEmpty()) {
            return counts;
        }
        jdbc.sql("""
                        select l.course_id, count(*) as finished
                        from course.lesson l
                        join course.learning_record r on r.lesson_id = l.id and r.person_id = :person
                        where l.course_id in (:courses) and r.finished_at is not null
                        group by l.course_id
                        """)
                .param("person", person.value())
                .param("courses", courses.stream().map(CourseId::value).toList())
                .query(row -> {
                    counts.put(new CourseId(Sql.uuid(row, "course_id")), row.getInt("finished"));
                });
        return counts;
    }

    private static LearningRecord record(ResultSet row, int number) throws SQLException {
        return new LearningRecord(
                Sql.instant(row, "opened_at"), Sql.instantOrNull(row, "finished_at"), row.getInt("progress"));
    }
}

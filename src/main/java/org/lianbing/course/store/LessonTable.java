package org.lianbing.course.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.course.CourseId;
import org.lianbing.course.CoursePage;
import org.lianbing.course.HostId;
import org.lianbing.course.Lesson;
import org.lianbing.course.LessonDraft;
import org.lianbing.course.LessonId;
import org.lianbing.trade.PointId;

/** The tables {@code course.lesson} and {@code course.lesson_point}. */
@Repository
public class LessonTable {

    /** A published lesson that teaches a point. */
    public record Taught(PointId point, LessonId lesson, String title, String course, HostId host) {}

    private final JdbcClient jdbc;

    LessonTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Two that are added at once wait for each other at the course's row, so that numbers have no gap. */
    public void insert(LessonId id, CourseId course, LessonDraft draft) {
        jdbc.sql("select id from course.course where id = :course for update")
                .param("course", course.value())
                .query()
                .listOfRows();
        jdbc.sql("""
                        insert into course.lesson (id, course_id, number, title, body)
                        select :id, :course, coalesce(max(number), 0) + 1, :title, :body
                        from course.lesson where course_id = :course
                        """)
                .param("id", id.value())
                .param("course", course.value())
                .param("title", draft.title())
                .param("body", draft.body())
                .update();
        tie(id, draft.points());
    }

    public void update(LessonId id, LessonDraft draft) {
        jdbc.sql("update course.lesson set title = :title, body = :body where id = :id")
                .param("id", id.value())
                .param("title", draft.title())
                .param("body", draft.body())
                .update();
        jdbc.sql("delete from course.lesson_point where lesson_id = :id")
                .param("id", id.value())
                .update();
        tie(id, draft.points());
    }

    public void delete(Lesson lesson) {
        jdbc.sql("delete from course.lesson where id = :id")
                .param("id", lesson.id().value())
                .update();
        jdbc.sql("update course.lesson set number = number - 1 where course_id = :course and number > :number")
                .param("course", lesson.course().value())
                .param("number", lesson.number())
                .update();
    }

    /** One statement: the numbers are unique at its end, and nobody sees a gap. */
    public void move(Lesson lesson, int to) {
        jdbc.sql("select id from course.course where id = :course for update")
                .param("course", lesson.course().value())
                .query()
                .listOfRows();
        jdbc.sql("""
                        update course.lesson l
                        set number = case when l.id = :id then :to
                                          when l.number > f.number then l.number - 1
                                          else l.number + 1 end
                        from (select number from course.lesson where id = :id) f
                        where l.course_id = :course
                          and l.number between least(f.number, :to) and greatest(f.number, :to)
                        """)
                .param("id", lesson.id().value())
                .param("course", lesson.course().value())
                .param("to", to)
                .update();
    }

    public Optional<Lesson> find(LessonId id) {
        return jdbc.sql("select id, course_id, number, title, body from course.lesson where id = :id")
                .param("id", id.value())
                .query((row, number) -> new Lesson(
                        new LessonId(Sql.uuid(row, "id")),
                        new CourseId(Sql.uuid(row, "course_id")),
                        row.getInt("number"),
                        row.getString("title"),
                        row.getString("body"),
                        pointsOf(id)))
                .optional();
    }

    /** The lessons of a course in order, with how far a person is. */
    public List<CoursePage.Line> lines(CourseId course, PersonId person) {
        return jdbc.sql("""
                        select l.id, l.number, l.title, coalesce(r.progress, 0) as progress
                        from course.lesson l
                        left join course.learning_record r on r.lesson_id = l.id and r.person_id = :person
                        where l.course_id = :course
                        order by l.number
                        """)
                .param("course", course.value())
                .param("person", person.value())
                .query((row, number) -> new CoursePage.Line(
                        new LessonId(Sql.uuid(row, "id")),
                        row.getInt("number"),
                        row.getString("title"),
                        row.getInt("progress")))
                .list();
    }

    /** Published lessons that teach any of the points; those that teach the fewest points come first. */
    public List<Taught> teaching(Collection<PointId> points) {
        return jdbc.sql("""
                        select p.point_id, l.id, l.title, c.title as course, c.host_id
                        from course.lesson_point p
                        join course.lesson l on l.id = p.lesson_id
                        join course.course c on c.id = l.course_id
                        where p.point_id in (:points) and c.state = 'PUBLISHED'
                        order by (select count(*) from course.lesson_point o where o.lesson_id = l.id),
                            c.published_at desc, l.number
                        """)
                .param("points", points.stream().map(PointId::value).toList())
                .query((row, number) -> new Taught(
                        new PointId(Sql.uuid(row, "point_id")),
                        new LessonId(Sql.uuid(row, "id")),
                        row.getString("title"),
                        row.getString("course"),
                        new HostId(Sql.uuid(row, "host_id"))))
                .list();
    }

    private Set<PointId> pointsOf(LessonId id) {
        return jdbc.sql("select point_id from course.lesson_point where lesson_id = :id")
                .param("id", id.value())
                .query((row, number) -> new PointId(Sql.uuid(row, "point_id")))
                .set();
    }

    private void tie(LessonId id, Set<PointId> points) {
        for (PointId point : points) {
            jdbc.sql("insert into course.lesson_point (lesson_id, point_id) values (:lesson, :point)")
                    .param("lesson", id.value())
                    .param("point", point.value())
                    .update();
        }
    }
}

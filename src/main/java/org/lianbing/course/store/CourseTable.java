package org.lianbing.course.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.base.TradeId;
import org.lianbing.course.Course;
import org.lianbing.course.CourseDraft;
import org.lianbing.course.CourseId;
import org.lianbing.course.CourseState;
import org.lianbing.course.HostId;

/** The table {@code course.course}. */
@Repository
public class CourseTable {

    private static final String SELECT = """
            select c.id, c.title, c.summary, c.trade_id, c.host_id, c.state,
                (select count(*) from course.lesson l where l.course_id = c.id) as lessons
            from course.course c
            """;

    private final JdbcClient jdbc;

    CourseTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(CourseId id, CourseDraft draft, Instant now) {
        jdbc.sql("""
                        insert into course.course (id, title, summary, trade_id, host_id, state, made_at)
                        values (:id, :title, :summary, :trade, :host, 'DRAFT', :now)
                        """)
                .param("id", id.value())
                .param("title", draft.title())
                .param("summary", draft.summary())
                .param("trade", draft.trade().value())
                .param("host", draft.host().value())
                .param("now", Sql.at(now))
                .update();
    }

    public void update(CourseId id, CourseDraft draft) {
        jdbc.sql("""
                        update course.course set title = :title, summary = :summary, trade_id = :trade
                        where id = :id
                        """)
                .param("id", id.value())
                .param("title", draft.title())
                .param("summary", draft.summary())
                .param("trade", draft.trade().value())
                .update();
    }

    public void setState(CourseId id, CourseState state, @Nullable Instant publishedAt) {
        jdbc.sql("update course.course set state = :state, published_at = :at where id = :id")
                .param("id", id.value())
                .param("state", state.name())
                .param("at", Sql.atOrNull(publishedAt))
                .update();
    }

    public Optional<Course> find(CourseId id) {
        return jdbc.sql(SELECT + "where c.id = :id")
                .param("id", id.value())
                .query(CourseTable::course)
                .optional();
    }

    public List<Course> of(HostId host) {
        return jdbc.sql(SELECT + "where c.host_id = :host order by c.made_at desc, c.id desc")
                .param("host", host.value())
                .query(CourseTable::course)
                .list();
    }

    /** Published courses; all trades where null. */
    public Paged<Course> published(@Nullable TradeId trade, PageOf page) {
        String which = "where c.state = 'PUBLISHED' and (cast(:trade as uuid) is null or c.trade_id = :trade)";
        long total = jdbc.sql("select count(*) from course.course c " + which)
                .param("trade", trade == null ? null : trade.value())
                .query(Long.class)
                .single();
        List<Course> rows = jdbc.sql(SELECT + which + """
                         order by c.published_at desc, c.id desc offset :offset limit :limit
                        """)
                .param("trade", trade == null ? null : trade.value())
                .param("offset", page.offset())
                .param("limit", page.limit())
                .query(CourseTable::course)
                .list();
        return new Paged<>(rows, total);
    }

    /** Published courses of which the person has opened a lesson but not finished all. */
    public List<Course> begun(PersonId person, int limit) {
        return jdbc.sql(SELECT + """
                        join (
                            select l.course_id, max(r.last_at) as last_at, count(r.finished_at) as finished
                            from course.learning_record r join course.lesson l on l.id = r.lesson_id
                            where r.person_id = :person
                            group by l.course_id
                        ) b on b.course_id = c.id
                        where c.state = 'PUBLISHED'
                            and b.finished < (select count(*) from course.lesson l where l.course_id = c.id)
                        order by b.last_at desc limit :limit
                        """)
                .param("person", person.value())
                .param("limit", limit)
                .query(CourseTable::course)
                .list();
    }

    private static Course course(ResultSet row, int number) throws SQLException {
        return new Course(
                new CourseId(Sql.uuid(row, "id")),
                row.getString("title"),
                row.getString("summary"),
                new TradeId(Sql.uuid(row, "trade_id")),
                new HostId(Sql.uuid(row, "host_id")),
                CourseState.valueOf(row.getString("state")),
                row.getInt("lessons"));
    }
}

package org.lianbing.notice.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.Ids;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.notice.Notice;
import org.lianbing.notice.NoticeDraft;
import org.lianbing.notice.NoticeId;

/** The table {@code notice.notice}. */
@Repository
public class NoticeTable {

    private final JdbcClient jdbc;

    NoticeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(List<PersonId> people, NoticeDraft draft, Instant now) {
        jdbc.sql("""
                        insert into notice.notice (id, person_id, code, arguments, words, link, at)
                        select id, person, :code, :arguments, :words, :link, :at
                        from unnest(cast(:ids as uuid[]), cast(:people as uuid[])) as told (id, person)
                        """)
                .param("ids", people.stream().map(person -> Ids.next()).toArray(UUID[]::new))
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("code", draft.code())
                .param("arguments", draft.arguments().toArray(String[]::new))
                .param("words", draft.words())
                .param("link", draft.link())
                .param("at", Sql.at(now))
                .update();
    }

    public Paged<Notice> of(PersonId person, boolean unreadOnly, PageOf page) {
        String which = "where person_id = :person" + (unreadOnly ? " and read_at is null" : "");
        long total = jdbc.sql("select count(*) from notice.notice " + which)
                .param("person", person.value())
                .query(Long.class)
                .single();
        List<Notice> rows = jdbc.sql("select id, code, arguments, words, link, at, read_at from notice.notice " + which
                        + " order by at desc, id desc offset :offset limit :limit")
                .param("person", person.value())
                .param("offset", page.offset())
                .param("limit", page.limit())
                .query(NoticeTable::row)
                .list();
        return new Paged<>(rows, total);
    }

    public int unread(PersonId person) {
        return jdbc.sql("select count(*) from notice.notice where person_id = :person and read_at is null")
                .param("person", person.value())
                .query(Integer.class)
                .single();
    }

    public void read(PersonId person, Collection<NoticeId> notices, Instant now) {
        jdbc.sql("""
                        update notice.notice set read_at = :now
                        where person_id = :person and id = any(:ids) and read_at is null
                        """)
                .param("person", person.value())
                .param("ids", notices.stream().map(NoticeId::value).toArray(UUID[]::new))
                .param("now", Sql.at(now))
                .update();
    }

    public void readAll(PersonId person, Instant now) {
        jdbc.sql("update notice.notice set read_at = :now where person_id = :person and read_at is null")
                .param("person", person.value())
                .param("now", Sql.at(now))
                .update();
    }

    public void forgetBefore(Instant time) {
        jdbc.sql("delete from notice.notice where at < :time")
                .param("time", Sql.at(time))
                .update();
    }

    private static Notice row(ResultSet row, int number) throws SQLException {
        return new Notice(
                new NoticeId(Sql.uuid(row, "id")),
                row.getString("code"),
                Arrays.asList((String[]) row.getArray("arguments").getArray()),
                row.getString("words"),
                row.getString("link"),
                Sql.instant(row, "at"),
                Sql.instantOrNull(row, "read_at"));
    }
}

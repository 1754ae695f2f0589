package org.lianbing.base.store;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.AuditLog.Entry;
import org.lianbing.base.Ids;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;

/** The table {@code base.audit_entry}. */
@Repository
public class AuditEntries {

    private final JdbcClient jdbc;

    AuditEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(Entry entry) {
        jdbc.sql("""
                        insert into base.audit_entry
                            (id, at, person_id, person_name, action, subject_type, subject_id, detail)
                        values (:id, :at, :person, :name, :action, :type, :subject, :detail)
                        """)
                .param("id", Ids.next())
                .param("at", Sql.at(entry.at()))
                .param("person", entry.person() == null ? null : entry.person().value())
                .param("name", entry.personName())
                .param("action", entry.action())
                .param("type", entry.subjectType())
                .param("subject", entry.subject())
                .param("detail", entry.detail())
                .update();
    }

    public Paged<Entry> find(String text, PageOf page) {
        String pattern =
                "%" + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        String where = " where action ilike :text or person_name ilike :text or detail ilike :text";
        long total = jdbc.sql("select count(*) from base.audit_entry" + where)
                .param("text", pattern)
                .query(Long.class)
                .single();
        List<Entry> rows = jdbc.sql("""
                        select at, person_id, person_name, action, subject_type, subject_id, detail
                        from base.audit_entry""" + where + """
                         order by at desc, id desc offset :offset limit :limit
                        """)
                .param("text", pattern)
                .param("offset", page.offset())
                .param("limit", page.limit())
                .query((row, number) -> {
                    UUID person = Sql.uuidOrNull(row, "person_id");
                    return new Entry(
                            Sql.instant(row, "at"),
                            person == null ? null : new PersonId(person),
                            row.getString("person_name"),
                            row.getString("action"),
                            row.getString("subject_type"),
                            Sql.uuidOrNull(row, "subject_id"),
                            row.getString("detail"));
                })
                .list();
        return new Paged<>(rows, total);
    }
}

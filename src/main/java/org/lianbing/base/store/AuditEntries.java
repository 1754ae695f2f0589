package org.lianbing.base.store;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.AuditLog.Entry;
import org.lianbing.base.Ids;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.base.UnitId;

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
                            (id, at, person_id, person_name, unit_id, action, subject_type, subject_id, detail)
                        values (:id, :at, :person, :name, :unit, :action, :type, :subject, :detail)
                        """)
                .param("id", Ids.next())
                .param("at", Sql.at(entry.at()))
                .param("person", entry.person() == null ? null : entry.person().value())
                .param("name", entry.personName())
                .param("unit", entry.unit() == null ? null : entry.unit().value())
                .param("action", entry.action())
                .param("type", entry.subjectType())
                .param("subject", entry.subject())
                .param("detail", entry.detail())
                .update();
    }

    public Set<PersonId> doers(Set<String> actions, Collection<UUID> subjects) {
        return jdbc
                .sql("""
                        select distinct person_id from base.audit_entry
                        where subject_id = any (:subjects) and action = any (:actions) and person_id is not null
                        """)
                .param("subjects", subjects.toArray(UUID[]::new))
                .param("actions", actions.toArray(String[]::new))
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .collect(Collectors.toSet());
    }

    public Paged<Entry> find(String text, Set<UnitId> units, boolean everywhere, PageOf page) {
        String pattern =
                "%" + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        UUID[] reach = units.stream().map(UnitId::value).toArray(UUID[]::new);
        String where = " where (:everywhere or unit_id = any(:units))"
                + " and (action ilike :text or person_name ilike :text or detail ilike :text)";
        long total = jdbc.sql("select count(*) from base.audit_entry" + where)
                .param("text", pattern)
                .param("units", reach)
                .param("everywhere", everywhere)
                .query(Long.class)
                .single();
        List<Entry> rows = jdbc.sql("""
                        select at, person_id, person_name, unit_id, action, subject_type, subject_id, detail
                        from base.audit_entry""" + where + """
                         order by at desc, id desc offset :offset limit :limit
                        """)
                .param("text", pattern)
                .param("units", reach)
                .param("everywhere", everywhere)
                .param("offset", page.offset())
                .param("limit", page.limit())
                .query((row, number) -> {
                    UUID person = Sql.uuidOrNull(row, "person_id");
                    UUID unit = Sql.uuidOrNull(row, "unit_id");
                    return new Entry(
                            Sql.instant(row, "at"),
                            person == null ? null : new PersonId(person),
                            row.getString("person_name"),
                            unit == null ? null : new UnitId(unit),
                            row.getString("action"),
                            row.getString("subject_type"),
                            Sql.uuidOrNull(row, "subject_id"),
                            row.getString("detail"));
                })
                .list();
        return new Paged<>(rows, total);
    }
}

package org.lianbing.exam.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.exam.AccessRules;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.RefusedEntry;

/** The tables {@code exam.access_rules}, {@code exam.refused_entry} and {@code exam.let_in}. */
@Repository
public class AccessTable {

    /** So many addresses are noted of one candidate. */
    private static final int MOST_ENTRIES = 20;

    /** The rules of one exam, with those who need not keep to them. */
    public record Entry(AccessRules rules, Set<PersonId> letIn) {}

    private final JdbcClient jdbc;

    AccessTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of every exam whose results are not out and that asks for something. */
    public Map<ExamId, Entry> inForce() {
        Map<ExamId, Entry> entries = new HashMap<>();
        jdbc.sql("""
                        select r.exam_id, r.addresses, r.own_config, r.config_keys, r.exam_keys,
                               array(select l.person_id from exam.let_in l where l.exam_id = r.exam_id) as let_in
                        from exam.access_rules r join exam.exam e on e.id = r.exam_id
                        where e.state = 'SCHEDULED'
                        """).query(row -> {
            Set<PersonId> letIn = Arrays.stream((UUID[]) row.getArray("let_in").getArray())
                    .map(PersonId::new)
                    .collect(Collectors.toUnmodifiableSet());
            entries.put(new ExamId(Sql.uuid(row, "exam_id")), new Entry(rules(row), letIn));
        });
        return Map.copyOf(entries);
    }

    public AccessRules rules(ExamId exam) {
        return jdbc.sql("""
                        select addresses, own_config, config_keys, exam_keys from exam.access_rules
                        where exam_id = :exam
                        """)
                .param("exam", exam.value())
                .query((row, number) -> rules(row))
                .optional()
                .orElse(AccessRules.NONE);
    }

    /** Puts these in the place of the old ones. */
    public void put(ExamId exam, AccessRules rules) {
        jdbc.sql("delete from exam.access_rules where exam_id = :exam")
                .param("exam", exam.value())
                .update();
        if (!rules.isEmpty()) {
            jdbc.sql("""
                            insert into exam.access_rules (exam_id, addresses, own_config, config_keys, exam_keys)
                            values (:exam, :addresses, :own, :configs, :exams)
                            """)
                    .param("exam", exam.value())
                    .param("addresses", Sql.texts(rules.addresses()))
                    .param("own", rules.browser().ownConfig())
                    .param("configs", Sql.texts(rules.browser().configKeys()))
                    .param("exams", Sql.texts(rules.browser().examKeys()))
                    .update();
        }
    }

    /** Notes that somebody was not let in; beyond so many addresses of one person no more are. */
    public void note(ExamId exam, PersonId person, AccessRules.Reason reason, String address, Instant now) {
        jdbc.sql("""
                        insert into exam.refused_entry (exam_id, person_id, reason, address, first_at, last_at)
                        select :exam, :person, :reason, :address, :now, :now
                        where (select count(*) from exam.refused_entry
                               where exam_id = :exam and person_id = :person) < :most
                        on conflict (exam_id, person_id, reason, address)
                        do update set last_at = excluded.last_at, times = exam.refused_entry.times + 1
                        """)
                .param("exam", exam.value())
                .param("person", person.value())
                .param("reason", reason.name())
                .param("address", address)
                .param("now", Sql.at(now))
                .param("most", MOST_ENTRIES)
                .update();
    }

    /** Who was not let in, the latest first. */
    public List<RefusedEntry> refused(ExamId exam, int limit) {
        return jdbc.sql("""
                        select r.person_id, r.reason, r.address, r.first_at, r.last_at, r.times, l.let_at
                        from exam.refused_entry r
                        left join exam.let_in l on l.exam_id = r.exam_id and l.person_id = r.person_id
                        where r.exam_id = :exam
                        order by r.last_at desc, r.person_id limit :limit
                        """)
                .param("exam", exam.value())
                .param("limit", limit)
                .query((row, number) -> new RefusedEntry(
                        new PersonId(Sql.uuid(row, "person_id")),
                        AccessRules.Reason.valueOf(row.getString("reason")),
                        row.getString("address"),
                        Sql.instant(row, "first_at"),
                        Sql.instant(row, "last_at"),
                        row.getInt("times"),
                        Sql.instantOrNull(row, "let_at")))
                .list();
    }

    public void letIn(ExamId exam, PersonId person, PersonId by, Instant now) {
        jdbc.sql("""
                        insert into exam.let_in (exam_id, person_id, let_by, let_at)
                        values (:exam, :person, :by, :now) on conflict (exam_id, person_id) do nothing
                        """)
                .param("exam", exam.value())
                .param("person", person.value())
                .param("by", by.value())
                .param("now", Sql.at(now))
                .update();
    }

    public void takeBack(ExamId exam, PersonId person) {
        jdbc.sql("delete from exam.let_in where exam_id = :exam and person_id = :person")
                .param("exam", exam.value())
                .param("person", person.value())
                .update();
    }

    private static AccessRules rules(ResultSet row) throws SQLException {
        return AccessRules.of(
                Sql.texts(row, "addresses"),
                row.getBoolean("own_config"),
                Sql.texts(row, "config_keys"),
                Sql.texts(row, "exam_keys"));
    }
}

package org.lianbing.bank.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.DrawingContest;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.SealedSet;
import org.lianbing.bank.SealedSetId;
import org.lianbing.bank.Secrecy;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;

/** Which organizers may draw from sealed sets, and which contest took one. */
@Repository
public class SealedContestRows {

    private static final String PERMITTED = """
            exists (select 1 from bank.sealed_organizer permitted
                where permitted.set_id = sealed.id and permitted.person_id = :person)
            """;

    private final JdbcClient jdbc;

    SealedContestRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void permit(SealedSetId id, PersonId organizer, PersonId by, Instant now) {
        jdbc.sql("""
                        insert into bank.sealed_organizer (set_id, person_id, added_by, added_at)
                        values (:id, :organizer, :by, :now) on conflict do nothing
                        """)
                .param("id", id.value())
                .param("organizer", organizer.value())
                .param("by", by.value())
                .param("now", Sql.at(now))
                .update();
    }

    public void forbid(SealedSetId id, PersonId organizer) {
        jdbc.sql("delete from bank.sealed_organizer where set_id = :id and person_id = :organizer")
                .param("id", id.value())
                .param("organizer", organizer.value())
                .update();
    }

    public boolean isPermitted(SealedSetId id, PersonId person) {
        return jdbc.sql("select exists (select 1 from bank.sealed_set sealed where sealed.id = :id and " + PERMITTED
                        + ")")
                .param("id", id.value())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /** The sets that this organizer may still let a contest draw from, by name. */
    public List<SealedSet> permitted(PersonId person) {
        return jdbc.sql(SealedRows.SELECT + " where sealed.released_at is null and sealed.contest_id is null and "
                        + PERMITTED + " order by sealed.title, sealed.id")
                .param("person", person.value())
                .query(SealedRows::set)
                .list();
    }

    /** The sets that hold some of these items sealed. */
    public Set<SealedSetId> holding(Collection<ItemId> items) {
        return jdbc.sql("""
                        select distinct item.sealed_set_id from bank.item item
                        join bank.sealed_set sealed on sealed.id = item.sealed_set_id and sealed.released_at is null
                        where item.id = any(:items::uuid[]) and item.secrecy = 'SEALED'
                        """)
                .param("items", items.stream().map(ItemId::value).toArray(UUID[]::new))
                .query((row, number) -> new SealedSetId(Sql.uuid(row, "sealed_set_id")))
                .set();
    }

    public void decideAfter(SealedSetId id, Secrecy to) {
        jdbc.sql("update bank.sealed_set set after_contest = :to where id = :id")
                .param("id", id.value())
                .param("to", to.name())
                .update();
    }

    public void take(SealedSetId id, DrawingContest contest) {
        jdbc.sql("""
                        update bank.sealed_set set contest_id = :contest, contest_title = :title
                        where id = :id and contest_id is null
                        """)
                .param("id", id.value())
                .param("contest", contest.id())
                .param("title", contest.title())
                .update();
    }

    /** Whether it was this contest that had it. */
    public boolean giveBack(SealedSetId id, UUID contest) {
        return jdbc.sql("""
                        update bank.sealed_set set contest_id = null, contest_title = null
                        where id = :id and contest_id = :contest
                        """).param("id", id.value()).param("contest", contest).update() > 0;
    }

    public Set<PersonId> readers(SealedSetId id) {
        return jdbc.sql("""
                        select person_id from bank.sealed_setter where set_id = :id
                        union select person_id from bank.sealed_view where set_id = :id
                        """)
                .param("id", id.value())
                .query((row, number) -> new PersonId(Sql.uuid(row, "person_id")))
                .set();
    }
}

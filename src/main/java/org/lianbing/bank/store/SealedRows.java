package org.lianbing.bank.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.DrawingContest;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.SealedSet;
import org.lianbing.bank.SealedSet.Entry;
import org.lianbing.bank.SealedSet.Look;
import org.lianbing.bank.SealedSetId;
import org.lianbing.bank.Secrecy;
import org.lianbing.base.PageOf;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;

/** The tables of sealed sets. */
@Repository
public class SealedRows {

    static final String SELECT = """
            select sealed.id, sealed.title, sealed.made_at, sealed.released_at, sealed.after_contest,
                sealed.contest_id, sealed.contest_title,
                (select count(*) from bank.item where item.sealed_set_id = sealed.id) as items,
                array(select person_id from bank.sealed_setter setter where setter.set_id = sealed.id) as setters,
                array(select person_id from bank.sealed_organizer organizer
                    where organizer.set_id = sealed.id) as organizers
            from bank.sealed_set sealed
            """;

    private final JdbcClient jdbc;

    SealedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(SealedSetId id, String title, Collection<PersonId> setters, PersonId by, Instant now) {
        jdbc.sql("insert into bank.sealed_set (id, title, made_by, made_at) values (:id, :title, :by, :now)")
                .param("id", id.value())
                .param("title", title)
                .param("by", by.value())
                .param("now", Sql.at(now))
                .update();
        setters.forEach(setter -> addSetter(id, setter, by, now));
    }

    public void addSetter(SealedSetId id, PersonId setter, PersonId by, Instant now) {
        jdbc.sql("""
                        insert into bank.sealed_setter (set_id, person_id, added_by, added_at)
                        values (:id, :setter, :by, :now) on conflict do nothing
                        """)
                .param("id", id.value())
                .param("setter", setter.value())
                .param("by", by.value())
                .param("now", Sql.at(now))
                .update();
    }

    public void removeSetter(SealedSetId id, PersonId setter) {
        jdbc.sql("delete from bank.sealed_setter where set_id = :id and person_id = :setter")
                .param("id", id.value())
                .param("setter", setter.value())
                .update();
    }

    public boolean isSetter(SealedSetId id, PersonId person) {
        return jdbc.sql("""
                        select exists (select 1 from bank.sealed_setter where set_id = :id and person_id = :person)
                        """)
                .param("id", id.value())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /** A set that the person is a setter of. */
    public Optional<SealedSet> find(SealedSetId id, PersonId setter) {
        return jdbc.sql(SELECT + """
                        where sealed.id = :id and exists (select 1 from bank.sealed_setter setter
                            where setter.set_id = sealed.id and setter.person_id = :setter)
                        """)
                .param("id", id.value())
                .param("setter", setter.value())
                .query(SealedRows::set)
                .optional();
    }

    /** A set, whoever asks, kept from others until the transaction ends. */
    public Optional<SealedSet> lock(SealedSetId id) {
        return jdbc.sql(SELECT + " where sealed.id = :id for update of sealed")
                .param("id", id.value())
                .query(SealedRows::set)
                .optional();
    }

    /** The sets of a setter; those still sealed first, the newest first. */
    public List<SealedSet> of(PersonId setter) {
        return jdbc.sql(SELECT + """
                        where exists (select 1 from bank.sealed_setter setter
                            where setter.set_id = sealed.id and setter.person_id = :setter)
                        order by sealed.released_at is not null, sealed.made_at desc, sealed.id
                        """)
                .param("setter", setter.value())
                .query(SealedRows::set)
                .list();
    }

    /** The items of a set without their content, by code. */
    public List<Entry> entries(SealedSetId id) {
        return jdbc.sql("""
                        select item.id, item.code, version.type, item.state, item.proposal_state, version.author_id
                        from bank.item join bank.item_version version
                            on version.id = coalesce(item.proposed_version_id, item.published_version_id)
                        where item.sealed_set_id = :id order by item.code
                        """).param("id", id.value()).query(SealedRows::entry).list();
    }

    /** The ids of the items of a set that are still sealed. */
    public List<ItemId> sealedItems(SealedSetId id) {
        return jdbc.sql("select id from bank.item where sealed_set_id = :id and secrecy = 'SEALED' order by id")
                .param("id", id.value())
                .query((row, number) -> new ItemId(Sql.uuid(row, "id")))
                .list();
    }

    public void release(SealedSetId id, Secrecy to, @Nullable PersonId by, Instant now) {
        jdbc.sql("""
                        update bank.sealed_set set released_at = :now, released_by = :by, released_to = :to
                        where id = :id and released_at is null
                        """)
                .param("id", id.value())
                .param("now", Sql.at(now))
                .param("by", by == null ? null : by.value(), java.sql.Types.OTHER)
                .param("to", to.name())
                .update();
    }

    /** The looks at the items of a set, the newest first. */
    public List<Look> looks(SealedSetId id, PageOf page) {
        return jdbc.sql("""
                        select item.code, version.number as version, seen.person_id, seen.at
                        from bank.sealed_view seen
                        join bank.item item on item.id = seen.item_id
                        join bank.item_version version on version.id = seen.version_id
                        where seen.set_id = :id order by seen.number desc offset :offset limit :limit
                        """)
                .param("id", id.value())
                .param("offset", page.offset())
                .param("limit", page.limit())
                .query((row, number) -> new Look(
                        row.getString("code"),
                        row.getInt("version"),
                        new PersonId(Sql.uuid(row, "person_id")),
                        Sql.instant(row, "at")))
                .list();
    }

    static SealedSet set(ResultSet row, int number) throws SQLException {
        UUID contest = Sql.uuidOrNull(row, "contest_id");
        return new SealedSet(
                new SealedSetId(Sql.uuid(row, "id")),
                row.getString("title"),
                people(row.getArray("setters")),
                people(row.getArray("organizers")),
                row.getInt("items"),
                Sql.instant(row, "made_at"),
                Secrecy.valueOf(row.getString("after_contest")),
                contest == null ? null : new DrawingContest(contest, row.getString("contest_title")),
                Sql.instantOrNull(row, "released_at"));
    }

    private static Set<PersonId> people(Array ids) throws SQLException {
        return Arrays.stream((UUID[]) ids.getArray()).map(PersonId::new).collect(Collectors.toSet());
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        String proposal = row.getString("proposal_state");
        UUID author = Sql.uuidOrNull(row, "author_id");
        return new Entry(
                new ItemId(Sql.uuid(row, "id")),
                row.getString("code"),
                ItemType.find(row.getString("type")).orElseThrow(),
                ItemState.valueOf(row.getString("state")),
                proposal == null ? null : ItemState.valueOf(proposal),
                author == null ? null : new PersonId(author));
    }
}

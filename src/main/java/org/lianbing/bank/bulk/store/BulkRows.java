package org.lianbing.bank.bulk.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.bulk.BulkAct;
import org.lianbing.bank.bulk.BulkId;
import org.lianbing.bank.bulk.BulkOperation;
import org.lianbing.bank.bulk.BulkOperation.Entry;
import org.lianbing.bank.bulk.ItemStanding;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;

/** The tables {@code bank.bulk} and {@code bank.bulk_item}. */
@Repository
public class BulkRows {

    /** An item of an act, with where it stood. */
    public record Done(int position, ItemId item, ItemStanding before, ItemStanding after) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    BulkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(BulkId id, PersonId person, BulkAct act, Instant now) {
        jdbc.sql("insert into bank.bulk (id, person_id, act, at) values (:id, :person, :act::jsonb, :now)")
                .param("id", id.value())
                .param("person", person.value())
                .param("act", JSON.writerFor(BulkAct.class).writeValueAsString(act))
                .param("now", Sql.at(now))
                .update();
    }

    public void add(BulkId id, int position, Entry entry, @Nullable ItemStanding before, @Nullable ItemStanding after) {
        jdbc.sql("""
                        insert into bank.bulk_item (bulk_id, position, item_id, code, problem, arguments, before, after)
                        values (:id, :position, :item, :code, :problem, :arguments, :before::jsonb, :after::jsonb)
                        """)
                .param("id", id.value())
                .param("position", position)
                .param("item", entry.item().value())
                .param("code", entry.code())
                .param("problem", entry.problem(), Types.VARCHAR)
                .param("arguments", entry.arguments().toArray(String[]::new))
                .param("before", before == null ? null : JSON.writeValueAsString(before), Types.VARCHAR)
                .param("after", after == null ? null : JSON.writeValueAsString(after), Types.VARCHAR)
                .update();
    }

    public Optional<BulkOperation> find(BulkId id) {
        return jdbc.sql("select id, person_id, act, at, undone_at from bank.bulk where id = :id")
                .param("id", id.value())
                .query((row, number) -> operation(row, entries(id)))
                .optional();
    }

    /** The last acts of a person, the newest first, without their items. */
    public List<BulkOperation> of(PersonId person, int limit) {
        return jdbc.sql("""
                        select id, person_id, act, at, undone_at from bank.bulk
                        where person_id = :person order by at desc, id desc limit :limit
                        """)
                .param("person", person.value())
                .param("limit", limit)
                .query((row, number) -> operation(row, List.of()))
                .list();
    }

    /** Keeps others from taking the act back until the transaction ends; false where it was taken back before. */
    public boolean claimUndo(BulkId id, Instant now) {
        return jdbc.sql("update bank.bulk set undone_at = :now where id = :id and undone_at is null")
                        .param("id", id.value())
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    /** What was done, the last first. */
    public List<Done> done(BulkId id) {
        return jdbc.sql("""
                        select position, item_id, before, after from bank.bulk_item
                        where bulk_id = :id and problem is null order by position desc
                        """)
                .param("id", id.value())
                .query((row, number) -> new Done(
                        row.getInt("position"),
                        new ItemId(Sql.uuid(row, "item_id")),
                        JSON.readValue(row.getString("before"), ItemStanding.class),
                        JSON.readValue(row.getString("after"), ItemStanding.class)))
                .list();
    }

    /** Says that an item was taken back or, with a problem, that it could not be. */
    public void undone(BulkId id, int position, @Nullable String problem) {
        jdbc.sql("""
                        update bank.bulk_item set undone = :undone, undo_problem = :problem
                        where bulk_id = :id and position = :position
                        """)
                .param("id", id.value())
                .param("position", position)
                .param("undone", problem == null)
                .param("problem", problem, Types.VARCHAR)
                .update();
    }

    private List<Entry> entries(BulkId id) {
        return jdbc.sql("""
                        select item_id, code, problem, arguments, undone, undo_problem from bank.bulk_item
                        where bulk_id = :id order by position
                        """)
                .param("id", id.value())
                .query((row, number) -> new Entry(
                        new ItemId(Sql.uuid(row, "item_id")),
                        row.getString("code"),
                        row.getString("problem"),
                        List.of((String[]) row.getArray("arguments").getArray()),
                        row.getBoolean("undone"),
                        row.getString("undo_problem")))
                .list();
    }

    private static BulkOperation operation(ResultSet row, List<Entry> entries) throws SQLException {
        return new BulkOperation(
                new BulkId(Sql.uuid(row, "id")),
                new PersonId(Sql.uuid(row, "person_id")),
                JSON.readValue(row.getString("act"), BulkAct.class),
                Sql.instant(row, "at"),
                Sql.instantOrNull(row, "undone_at"),
                entries);
    }
}

package org.lianbing.bank.scratch.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.SealedSetId;
import org.lianbing.bank.commission.CommissionId;
import org.lianbing.bank.scratch.Scratch;
import org.lianbing.bank.scratch.ScratchId;
import org.lianbing.bank.scratch.ScratchMark;
import org.lianbing.bank.scratch.ScratchPlace;
import org.lianbing.bank.scratch.Typed;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.base.TradeId;

/** The table {@code bank.scratch}: every statement is bound to its owner, save those that delete. */
@Repository
public class ScratchTable {

    private static final String SELECT = """
            select id, person_id, item_id, based_on, commission_id, sealed_set_id, trade_id, type,
                fields::text as fields, revision, kept_at
            from bank.scratch
            """;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    ScratchTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Scratch scratch) {
        Columns columns = Columns.of(scratch.place());
        jdbc.sql("""
                        insert into bank.scratch (id, person_id, item_id, based_on, commission_id, sealed_set_id,
                            trade_id, type, fields, revision, begun_at, kept_at)
                        values (:id, :person, :item, :basedOn, :commission, :set,
                            :trade, :type, :fields::jsonb, :revision, :now, :now)
                        """)
                .param("id", scratch.mark().id().value())
                .param("person", scratch.owner().value())
                .param("item", columns.item(), Types.OTHER)
                .param("basedOn", columns.basedOn(), Types.OTHER)
                .param("commission", columns.commission(), Types.OTHER)
                .param("set", columns.set(), Types.OTHER)
                .param("trade", scratch.typed().trade().value())
                .param("type", scratch.typed().type().code())
                .param("fields", JSON.writeValueAsString(scratch.typed().fields()))
                .param("revision", scratch.mark().revision())
                .param("now", Sql.at(scratch.mark().keptAt()))
                .update();
    }

    /** False where it is gone, or somebody went on with it since. */
    public boolean update(PersonId owner, ScratchMark before, Typed typed, Instant now) {
        return jdbc.sql("""
                        update bank.scratch
                        set trade_id = :trade, type = :type, fields = :fields::jsonb, revision = revision + 1,
                            kept_at = :now
                        where id = :id and person_id = :person and revision = :revision
                        """)
                        .param("id", before.id().value())
                        .param("person", owner.value())
                        .param("revision", before.revision())
                        .param("trade", typed.trade().value())
                        .param("type", typed.type().code())
                        .param("fields", JSON.writeValueAsString(typed.fields()))
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    public int count(PersonId owner) {
        return jdbc.sql("select count(*) from bank.scratch where person_id = :person")
                .param("person", owner.value())
                .query(Integer.class)
                .single();
    }

    /** All of a person's, the latest first. */
    public List<Scratch> of(PersonId owner) {
        return jdbc.sql(SELECT + " where person_id = :person order by kept_at desc, id")
                .param("person", owner.value())
                .query(ScratchTable::scratch)
                .list();
    }

    public Optional<Scratch> find(ScratchId id, PersonId owner) {
        return jdbc.sql(SELECT + " where id = :id and person_id = :person")
                .param("id", id.value())
                .param("person", owner.value())
                .query(ScratchTable::scratch)
                .optional();
    }

    public void delete(ScratchId id, PersonId owner) {
        jdbc.sql("delete from bank.scratch where id = :id and person_id = :person")
                .param("id", id.value())
                .param("person", owner.value())
                .update();
    }

    public void deleteBefore(Instant before) {
        jdbc.sql("delete from bank.scratch where kept_at < :before")
                .param("before", Sql.at(before))
                .update();
    }

    /** Somebody is no setter of the set any more: what they typed for it goes. */
    public void deleteOfSetter(SealedSetId set, PersonId setter) {
        jdbc.sql("""
                        delete from bank.scratch
                        where person_id = :person and (sealed_set_id = :set or item_id in
                            (select id from bank.item where sealed_set_id = :set and secrecy = 'SEALED'))
                        """).param("person", setter.value()).param("set", set.value()).update();
    }

    /** Items were sealed: what others than the setters typed to change them goes. */
    public void deleteOfOthers(SealedSetId set, Collection<ItemId> items) {
        jdbc.sql("""
                        delete from bank.scratch
                        where item_id = any(:items) and person_id not in
                            (select person_id from bank.sealed_setter where set_id = :set)
                        """)
                .param("items", items.stream().map(ItemId::value).toArray(UUID[]::new))
                .param("set", set.value())
                .update();
    }

    /** A set was opened: what was being written for it is to become an item like any other. */
    public void free(SealedSetId set) {
        jdbc.sql("update bank.scratch set sealed_set_id = null, revision = revision + 1 where sealed_set_id = :set")
                .param("set", set.value())
                .update();
    }

    private static Scratch scratch(ResultSet row, int number) throws SQLException {
        return new Scratch(
                new ScratchMark(
                        new ScratchId(Sql.uuid(row, "id")), row.getInt("revision"), Sql.instant(row, "kept_at")),
                new PersonId(Sql.uuid(row, "person_id")),
                place(row),
                new Typed(
                        new TradeId(Sql.uuid(row, "trade_id")),
                        ItemType.find(row.getString("type")).orElseThrow(),
                        JSON.readValue(row.getString("fields"), FIELDS)));
    }

    private static ScratchPlace place(ResultSet row) throws SQLException {
        UUID item = Sql.uuidOrNull(row, "item_id");
        UUID commission = Sql.uuidOrNull(row, "commission_id");
        UUID set = Sql.uuidOrNull(row, "sealed_set_id");
        if (item != null) {
            return new ScratchPlace.Existing(new ItemId(item), new ItemVersionId(Sql.uuid(row, "based_on")));
        }
        if (commission != null) {
            return new ScratchPlace.Commissioned(new CommissionId(commission));
        }
        return set == null ? new ScratchPlace.Fresh() : new ScratchPlace.Sealed(new SealedSetId(set));
    }

    /** A place as columns. */
    private record Columns(
            @Nullable UUID item,
            @Nullable UUID basedOn,
            @Nullable UUID commission,
            @Nullable UUID set) {

        static Columns of(ScratchPlace place) {
            return switch (place) {
                case ScratchPlace.Existing(ItemId item, ItemVersionId basedOn) ->
                    new Columns(item.value(), basedOn.value(), null, null);
                case ScratchPlace.Fresh() -> new Columns(null, null, null, null);
                case ScratchPlace.Commissioned(CommissionId commission) ->
                    new Columns(null, null, commission.value(), null);
                case ScratchPlace.Sealed(SealedSetId set) -> new Columns(null, null, null, set.value());
            };
        }
    }
}

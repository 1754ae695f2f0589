package org.lianbing.bank.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.SealedSetId;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.Sharing;
import org.lianbing.bank.store.ItemRow.RetiredBy;
import org.lianbing.base.Sql;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;

/** The table {@code bank.item}. */
@Repository
public class ItemRows {

    private static final String SELECT = """
        select id, code, trade_id, secrecy, state, proposal_state, published_version_id, proposed_version_id,
            disk_hash, retired_by, sealed_set_id, unit_id, sharing
        from bank.item
        """;

    private final JdbcClient jdbc;

    ItemRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(ItemRow row, Instant now) {
        bind(jdbc.sql("""
            insert into bank.item (id, code, trade_id, secrecy, state, proposal_state,
                published_version_id, proposed_version_id, disk_hash, retired_by, sealed_set_id, sharing, unit_id,
                made_at, changed_at)
            values (:id, :code, :trade, :secrecy, :state, :proposalState,
                :published, :proposed, :diskHash, :retiredBy, :sealed, :sharing, :unit, :now, :now)
            """), row, now)
                .param("code", row.code())
                .param("trade", row.trade().value())
                .param("unit", row.unit() == null ? null : row.unit().value(), Types.OTHER)
                .update();
    }

    /**
     * Many new items with their first versions proposed or in force. Those are inserted after them: until then the keys
     * that point to them are not looked at.
     */
    public void insertAll(List<ItemRow> rows, Instant now) {
        jdbc.sql("""
            set constraints bank.item_proposed_version_id_fkey, bank.item_published_version_id_fkey deferred
            """).update();
        jdbc.sql("""
            insert into bank.item (id, code, trade_id, secrecy, state, proposal_state, published_version_id,
                proposed_version_id, disk_hash, sharing, unit_id, made_at, changed_at)
            select v.id, v.code, v.trade, v.secrecy, v.state, v.proposal_state, v.published, v.proposed, v.disk_hash,
                v.sharing, v.unit, :now, :now
            from unnest(:ids, :codes, :trades, :secrecies, :states, :proposalStates, :published, :proposed,
                :diskHashes, :sharings, :units)
                as v (id, code, trade, secrecy, state, proposal_state, published, proposed, disk_hash, sharing, unit)
            """)
                .param("ids", uuids(rows, row -> row.id().value()))
                .param("codes", texts(rows, ItemRow::code))
                .param("trades", uuids(rows, row -> row.trade().value()))
                .param("secrecies", texts(rows, row -> row.secrecy().name()))
                .param("states", texts(rows, row -> row.state().name()))
                .param("proposalStates", texts(rows, row -> name(row.proposalState())))
                .param("published", uuids(rows, row -> idOrNull(row.published())))
                .param("proposed", uuids(rows, row -> idOrNull(row.proposed())))
                .param("diskHashes", texts(rows, ItemRow::diskHash))
                .param("sharings", texts(rows, row -> row.sharing().name()))
                .param(
                        "units",
                        uuids(
                                rows,
                                row -> row.unit() == null ? null : row.unit().value()))
                .param("now", Sql.at(now))
                .update();
    }

    private static @Nullable UUID idOrNull(@Nullable ItemVersionId version) {
        return version == null ? null : version.value();
    }

    private static String[] texts(List<ItemRow> rows, Function<ItemRow, @Nullable String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    private static UUID[] uuids(List<ItemRow> rows, Function<ItemRow, @Nullable UUID> value) {
        return rows.stream().map(value).toArray(UUID[]::new);
    }

    public void update(ItemRow row, Instant now) {
        bind(jdbc.sql("""
            update bank.item set secrecy = :secrecy, state = :state, proposal_state = :proposalState,
                published_version_id = :published, proposed_version_id = :proposed,
                disk_hash = :diskHash, retired_by = :retiredBy, sealed_set_id = :sealed, sharing = :sharing,
                changed_at = :now,
                merged_into = case when :state = 'RETIRED' then merged_into end
            where id = :id
            """), row, now).update();
    }

    private static StatementSpec bind(StatementSpec statement, ItemRow row, Instant now) {
        return statement
                .param("id", row.id().value())
                .param("secrecy", row.secrecy().name())
                .param("state", row.state().name())
                .param("proposalState", name(row.proposalState()), Types.VARCHAR)
                .param("published", value(row.published()), Types.OTHER)
                .param("proposed", value(row.proposed()), Types.OTHER)
                .param("diskHash", row.diskHash(), Types.VARCHAR)
                .param("retiredBy", name(row.retiredBy()), Types.VARCHAR)
                .param(
                        "sealed",
                        row.sealedSet() == null ? null : row.sealedSet().value(),
                        Types.OTHER)
                .param("sharing", row.sharing().name())
                .param("now", Sql.at(now));
    }

    /** The row, kept from others until the transaction ends. */
    public Optional<ItemRow> lock(ItemId id) {
        return jdbc.sql(SELECT + " where id = :id for update")
                .param("id", id.value())
                .query(ItemRows::row)
                .optional();
    }

    public Optional<ItemRow> find(ItemId id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id.value())
                .query(ItemRows::row)
                .optional();
    }

    public Map<ItemId, ItemRow> find(Collection<ItemId> ids) {
        Map<ItemId, ItemRow> found = new HashMap<>();
        jdbc.sql(SELECT + " where id = any(:ids)")
                .param("ids", ids.stream().map(ItemId::value).toArray(UUID[]::new))
                .query(ItemRows::row)
                .list()
                .forEach(row -> found.put(row.id(), row));
        return found;
    }

    /** The rows, kept from others until the transaction ends; in an order that all take, so that nobody waits for ever. */
    public Map<ItemId, ItemRow> lock(Collection<ItemId> ids) {
        Map<ItemId, ItemRow> locked = new HashMap<>();
        jdbc.sql(SELECT + " where id = any(:ids) order by id for update")
                .param("ids", ids.stream().map(ItemId::value).toArray(UUID[]::new))
                .query(ItemRows::row)
                .list()
                .forEach(row -> locked.put(row.id(), row));
        return locked;
    }

    public List<ItemRow> ofTrades(Collection<TradeId> trades) {
        return jdbc.sql(SELECT + " where trade_id = any(:trades)")
                .param("trades", trades.stream().map(TradeId::value).toArray(UUID[]::new))
                .query(ItemRows::row)
                .list();
    }

    /** The units that keep items to themselves or to their line. */
    public Set<UnitId> owningUnits() {
        return jdbc.sql("select distinct unit_id from bank.item where unit_id is not null and sharing <> 'ALL'")
                .query((row, number) -> new UnitId(Sql.uuid(row, "unit_id")))
                .set();
    }

    /** The next ids after one, in their order; null for the first. */
    public List<ItemId> idsAfter(@Nullable ItemId last, int limit) {
        return jdbc.sql("""
            select id from bank.item where :last::uuid is null or id > :last order by id limit :limit
            """)
                .param("last", last == null ? null : last.value(), Types.OTHER)
                .param("limit", limit)
                .query((row, number) -> new ItemId(Sql.uuid(row, "id")))
                .list();
    }

    private static ItemRow row(ResultSet row, int number) throws SQLException {
        String proposal = row.getString("proposal_state");
        String retiredBy = row.getString("retired_by");
        UUID sealed = Sql.uuidOrNull(row, "sealed_set_id");
        UUID unit = Sql.uuidOrNull(row, "unit_id");
        return new ItemRow(
                new ItemId(Sql.uuid(row, "id")),
                row.getString("code"),
                new TradeId(Sql.uuid(row, "trade_id")),
                Secrecy.valueOf(row.getString("secrecy")),
                ItemState.valueOf(row.getString("state")),
                proposal == null ? null : ItemState.valueOf(proposal),
                version(Sql.uuidOrNull(row, "published_version_id")),
                version(Sql.uuidOrNull(row, "proposed_version_id")),
                row.getString("disk_hash"),
                retiredBy == null ? null : RetiredBy.valueOf(retiredBy),
                sealed == null ? null : new SealedSetId(sealed),
                unit == null ? null : new UnitId(unit),
                Sharing.valueOf(row.getString("sharing")));
    }

    private static @Nullable ItemVersionId version(@Nullable UUID value) {
        return value == null ? null : new ItemVersionId(value);
    }

    private static @Nullable UUID value(@Nullable ItemVersionId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}

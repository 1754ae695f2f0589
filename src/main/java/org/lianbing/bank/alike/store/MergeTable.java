package org.lianbing.bank.alike.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.alike.Merge;
import org.lianbing.bank.alike.MergeId;
import org.lianbing.bank.store.ItemRow;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.base.TradeId;

/** The tables {@code bank.item_merge} and {@code bank.item_merged}, and the pointer on the item. */
@Repository
public class MergeTable {

    private static final String SELECT = """
            select m.id, m.kept_item, m.trade_id, m.person_id, m.at, m.reason, m.proposed_version, m.undone_at,
                array(select d.item_id from bank.item_merged d where d.merge_id = m.id order by d.item_id) as retired
            from bank.item_merge m
            """;

    private final JdbcClient jdbc;

    MergeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where an item stood before. */
    public record Before(
            ItemId item, ItemState state, @Nullable ItemState proposalState) {}

    /** What was proposed for the kept item before. */
    public record Proposal(
            @Nullable ItemVersionId version, @Nullable ItemState state) {}

    public void insert(Merge merge, Collection<ItemRow> retired, ItemRow keptBefore) {
        jdbc.sql("""
                        insert into bank.item_merge (id, kept_item, trade_id, person_id, at, reason, proposed_version,
                            proposal_before, proposal_state)
                        values (:id, :kept, :trade, :person, :at, :reason, :proposed, :before, :state)
                        """)
                .param("id", merge.id().value())
                .param("kept", merge.kept().value())
                .param("trade", merge.trade().value())
                .param("person", merge.person().value())
                .param("at", Sql.at(merge.at()))
                .param("reason", merge.reason())
                .param("proposed", value(merge.proposed()), Types.OTHER)
                .param("before", value(keptBefore.proposed()), Types.OTHER)
                .param("state", name(keptBefore.proposalState()), Types.VARCHAR)
                .update();
        for (ItemRow row : retired) {
            jdbc.sql("""
                            insert into bank.item_merged (merge_id, item_id, state, proposal_state)
                            values (:merge, :item, :state, :proposalState)
                            """)
                    .param("merge", merge.id().value())
                    .param("item", row.id().value())
                    .param("state", row.state().name())
                    .param("proposalState", name(row.proposalState()), Types.VARCHAR)
                    .update();
        }
    }

    /** Lets retired items point to the one they live on in. */
    public void point(Collection<ItemId> retired, ItemId kept) {
        jdbc.sql("update bank.item set merged_into = :kept where id = any(:retired) and state = 'RETIRED'")
                .param("kept", kept.value())
                .param("retired", retired.stream().map(ItemId::value).toArray(UUID[]::new))
                .update();
    }

    /** Where an item lives on. */
    public Optional<ItemId> mergedInto(ItemId item) {
        return jdbc.sql("select merged_into from bank.item where id = :item and merged_into is not null")
                .param("item", item.value())
                .query((row, number) -> new ItemId(Sql.uuid(row, "merged_into")))
                .optional();
    }

    /** The merge, kept from others until the transaction ends. */
    public Optional<Merge> lock(MergeId id) {
        return jdbc.sql(SELECT + " where m.id = :id for update of m")
                .param("id", id.value())
                .query(MergeTable::merge)
                .optional();
    }

    public List<Before> before(MergeId id) {
        return jdbc.sql("select item_id, state, proposal_state from bank.item_merged where merge_id = :id")
                .param("id", id.value())
                .query((row, number) -> new Before(
                        new ItemId(Sql.uuid(row, "item_id")),
                        ItemState.valueOf(row.getString("state")),
                        state(row.getString("proposal_state"))))
                .list();
    }

    public Proposal proposalBefore(MergeId id) {
        return jdbc.sql("select proposal_before, proposal_state from bank.item_merge where id = :id")
                .param("id", id.value())
                .query((row, number) ->
                        new Proposal(version(row, "proposal_before"), state(row.getString("proposal_state"))))
                .single();
    }

    public void undo(MergeId id, PersonId person, Instant now) {
        jdbc.sql("update bank.item_merge set undone_by = :person, undone_at = :now where id = :id")
                .param("id", id.value())
                .param("person", person.value())
                .param("now", Sql.at(now))
                .update();
    }

    /** The newest merges. */
    public List<Merge> newest(int limit) {
        return jdbc.sql(SELECT + " order by m.at desc limit :limit")
                .param("limit", limit)
                .query(MergeTable::merge)
                .list();
    }

    private static Merge merge(ResultSet row, int number) throws SQLException {
        return new Merge(
                new MergeId(Sql.uuid(row, "id")),
                new ItemId(Sql.uuid(row, "kept_item")),
                Arrays.stream((UUID[]) row.getArray("retired").getArray())
                        .map(ItemId::new)
                        .toList(),
                new TradeId(Sql.uuid(row, "trade_id")),
                new PersonId(Sql.uuid(row, "person_id")),
                Sql.instant(row, "at"),
                row.getString("reason"),
                version(row, "proposed_version"),
                Sql.instantOrNull(row, "undone_at"));
    }

    private static @Nullable ItemVersionId version(ResultSet row, String column) throws SQLException {
        UUID value = Sql.uuidOrNull(row, column);
        return value == null ? null : new ItemVersionId(value);
    }

    private static @Nullable ItemState state(@Nullable String name) {
        return name == null ? null : ItemState.valueOf(name);
    }

    private static @Nullable UUID value(@Nullable ItemVersionId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}

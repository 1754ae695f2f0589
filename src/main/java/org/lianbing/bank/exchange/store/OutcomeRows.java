package org.lianbing.bank.exchange.store;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.exchange.ImportId;
import org.lianbing.base.Sql;

/** What became of the rows of an import in the bank. */
@Repository
public class OutcomeRows {

    /** A proposal in review counts before the published version that it would replace. */
    private static final String STANDS =
            "case when item.proposal_state = 'IN_REVIEW' then 'IN_REVIEW' else item.state end";

    private final JdbcClient jdbc;

    OutcomeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many items of the import stand in each state. */
    public Map<ItemState, Integer> states(ImportId id) {
        Map<ItemState, Integer> found = new EnumMap<>(ItemState.class);
        jdbc.sql("""
            select %s as state, count(distinct item.id) as items
            from bank.import_row as one join bank.item as item on item.id = one.item_id
            where one.import_id = :id and one.state = 'COMMITTED' group by 1
            """.formatted(STANDS))
                .param("id", id.value())
                .query((row, number) -> found.put(ItemState.valueOf(row.getString("state")), row.getInt("items")))
                .list();
        return found;
    }

    /** How many items of the import name no point. */
    public int uncovered(ImportId id) {
        return jdbc.sql("""
            select count(distinct one.item_id) from bank.import_row as one
            where one.import_id = :id and one.state = 'COMMITTED'
                and not exists (select from bank.item_point as tied where tied.item_id = one.item_id)
            """).param("id", id.value()).query(Integer.class).single();
    }

    /** The items of the import that wait for a reviewer, in the order of the file. */
    public List<ItemId> waiting(ImportId id, int limit) {
        return jdbc.sql("""
            select item.id from bank.import_row as one join bank.item as item on item.id = one.item_id
            where one.import_id = :id and one.state = 'COMMITTED' and %s = 'IN_REVIEW'
            order by one.number limit :limit
            """.formatted(STANDS))
                .param("id", id.value())
                .param("limit", limit)
                .query((row, number) -> new ItemId(Sql.uuid(row, "id")))
                .list();
    }

    /** Where items stand. */
    public Map<ItemId, ItemState> states(Collection<ItemId> items) {
        Map<ItemId, ItemState> found = new HashMap<>();
        jdbc.sql("select id, %s as state from bank.item as item where id = any(:items)".formatted(STANDS))
                .param("items", items.stream().map(ItemId::value).toArray(UUID[]::new))
                .query((row, number) ->
                        found.put(new ItemId(Sql.uuid(row, "id")), ItemState.valueOf(row.getString("state"))))
                .list();
        return found;
    }

    /** The rows of the import that can still become items and say no point, neither in the file nor since. */
    public List<Integer> unmapped(ImportId id) {
        return jdbc.sql("""
            select number from bank.import_row
            where import_id = :id and state in ('READY', 'GUESSED', 'FAULTY')
                and coalesce(target -> 'points', '[]'::jsonb) = '[]'::jsonb
                and coalesce(content -> 'labels' ->> 'points', '') = ''
                and coalesce(cells ->> 'POINTS', '') = ''
            order by number
            """).param("id", id.value()).query(Integer.class).list();
    }
}

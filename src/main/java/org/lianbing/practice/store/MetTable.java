package org.lianbing.practice.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.ItemId;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.practice.Met;

/** The table {@code practice.met}. */
@Repository
public class MetTable {

    private final JdbcClient jdbc;

    MetTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When the person met these items; those never met are missing. */
    public Map<ItemId, Met> of(PersonId person, Collection<ItemId> items) {
        Map<ItemId, Met> found = new HashMap<>();
        jdbc.sql("""
                        select item_id, drawn_at, answered_at from practice.met
                        where person_id = :person and item_id = any (:items)
                        """)
                .param("person", person.value())
                .param("items", items.stream().map(ItemId::value).toArray(UUID[]::new))
                .query(row -> {
                    found.put(
                            new ItemId(Sql.uuid(row, "item_id")),
                            new Met(Sql.instant(row, "drawn_at"), Sql.instantOrNull(row, "answered_at")));
                });
        return found;
    }

    /** These items stand in a drill of the person. */
    public void drawn(PersonId person, List<ItemId> items, Instant now) {
        jdbc.sql("""
                        insert into practice.met (person_id, item_id, drawn_at)
                        select :person, item, :now from unnest(cast(:items as uuid[])) as item order by item
                        on conflict (person_id, item_id) do update set drawn_at = excluded.drawn_at
                        """)
                .param("person", person.value())
                .param("items", items.stream().map(ItemId::value).toArray(UUID[]::new))
                .param("now", Sql.at(now))
                .update();
    }

    /** The person answered the item. */
    public void answered(PersonId person, ItemId item, Instant at) {
        jdbc.sql("""
                        insert into practice.met as m (person_id, item_id, drawn_at, answered_at)
                        values (:person, :item, :at, :at)
                        on conflict (person_id, item_id) do update
                            set answered_at = greatest(m.answered_at, excluded.answered_at)
                        """)
                .param("person", person.value())
                .param("item", item.value())
                .param("at", Sql.at(at))
                .update();
    }
}

package org.lianbing.bank.alike.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.alike.Apart;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;

/** The table {@code bank.alike_apart}; of two items the one with the smaller id stands first. */
@Repository
public class ApartTable {

    private final JdbcClient jdbc;

    ApartTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Says of all these that none is the same as another. */
    public void add(Collection<ItemId> items, PersonId person, Instant now) {
        jdbc.sql("""
                        insert into bank.alike_apart (first_item, second_item, person_id, at)
                        select a.id, b.id, :person, :now
                        from unnest(:items::uuid[]) as a (id) join unnest(:items::uuid[]) as b (id) on a.id < b.id
                        on conflict (first_item, second_item) do nothing
                        """)
                .param("items", values(items))
                .param("person", person.value())
                .param("now", Sql.at(now))
                .update();
    }

    /** Takes it back for all pairs of these. */
    public int remove(Collection<ItemId> items) {
        return jdbc.sql("delete from bank.alike_apart where first_item = any(:items) and second_item = any(:items)")
                .param("items", values(items))
                .update();
    }

    /** What was said not to be the same as this item. */
    public Set<ItemId> from(ItemId item) {
        return jdbc
                .sql("""
                        select second_item as id from bank.alike_apart where first_item = :item
                        union select first_item from bank.alike_apart where second_item = :item
                        """)
                .param("item", item.value())
                .query((row, number) -> new ItemId(Sql.uuid(row, "id")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The newest decisions. */
    public List<Apart> newest(int limit) {
        return jdbc.sql("""
                        select person_id, at, array_agg(distinct item) as items
                        from (
                            select person_id, at, first_item as item from bank.alike_apart
                            union all
                            select person_id, at, second_item from bank.alike_apart) as said
                        group by person_id, at
                        order by at desc limit :limit
                        """)
                .param("limit", limit)
                .query((row, number) -> new Apart(
                        Arrays.stream((UUID[]) row.getArray("items").getArray())
                                .map(ItemId::new)
                                .collect(Collectors.toUnmodifiableSet()),
                        new PersonId(Sql.uuid(row, "person_id")),
                        Sql.instant(row, "at")))
                .list();
    }

    private static UUID[] values(Collection<ItemId> items) {
        return items.stream().map(ItemId::value).toArray(UUID[]::new);
    }
}

package org.lianbing.paper.store;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.ItemId;
import org.lianbing.base.Sql;
import org.lianbing.paper.FormId;

/** Which items stand in forms that are not released. */
@Repository
public class EmbargoRows {

    private final JdbcClient jdbc;

    EmbargoRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lays the items of a form under embargo. */
    public void lay(FormId form, Collection<ItemId> items) {
        jdbc.sql("""
            insert into paper.embargo (item_id, form_id)
            select item_id, :form from unnest(:items::uuid[]) as item (item_id)
            on conflict do nothing
            """).param("form", form.value()).param("items", array(items)).update();
    }

    /** Lifts what a form laid. */
    public void lift(FormId form) {
        jdbc.sql("delete from paper.embargo where form_id = :form")
                .param("form", form.value())
                .update();
    }

    /** Those of the items that are under embargo. */
    public Set<ItemId> among(Collection<ItemId> items) {
        return jdbc.sql("select distinct item_id from paper.embargo where item_id = any(:items::uuid[])")
                .param("items", array(items))
                .query((row, number) -> new ItemId(Sql.uuid(row, "item_id")))
                .set();
    }

    /** Whatever is under embargo. */
    public Set<ItemId> all() {
        return jdbc.sql("select distinct item_id from paper.embargo")
                .query((row, number) -> new ItemId(Sql.uuid(row, "item_id")))
                .set();
    }

    private static UUID[] array(Collection<ItemId> items) {
        return items.stream().map(ItemId::value).distinct().toArray(UUID[]::new);
    }
}

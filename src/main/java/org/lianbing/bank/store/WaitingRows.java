package org.lianbing.bank.store;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.ItemId;
import org.lianbing.base.Sql;

/** The table {@code bank.document_waiting}: items whose search document and the like are still to be made. */
@Repository
public class WaitingRows {

    private final JdbcClient jdbc;

    WaitingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Collection<ItemId> items) {
        jdbc.sql("insert into bank.document_waiting (item_id) select unnest(:items) on conflict do nothing")
                .param("items", items.stream().map(ItemId::value).toArray(UUID[]::new))
                .update();
    }

    /** Takes the next; those that another node has taken are passed over, and come back where it fails. */
    public List<ItemId> take(int limit) {
        return jdbc.sql("""
                        delete from bank.document_waiting where item_id in (
                            select item_id from bank.document_waiting order by item_id limit :limit for update skip locked)
                        returning item_id
                        """)
                .param("limit", limit)
                .query((row, number) -> new ItemId(Sql.uuid(row, "item_id")))
                .list();
    }

    public int count() {
        return jdbc.sql("select count(*) from bank.document_waiting")
                .query(Integer.class)
                .single();
    }
}

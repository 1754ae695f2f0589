package org.lianbing.bank.commission.store;

import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.commission.CommissionId;
import org.lianbing.bank.commission.CommissionedItem;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;

/** The table {@code bank.commission_item}. */
@Repository
public class CommissionItemTable {

    private final JdbcClient jdbc;

    CommissionItemTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False where the item answers a commission already. */
    public boolean insert(CommissionId commission, ItemId item, PersonId author, Instant now) {
        return jdbc.sql("""
                        insert into bank.commission_item (item_id, commission_id, person_id, at)
                        values (:item, :commission, :person, :now)
                        on conflict (item_id) do nothing
                        """)
                        .param("item", item.value())
                        .param("commission", commission.value())
                        .param("person", author.value())
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    /** What was written for it, the newest first. */
    public List<CommissionedItem> of(CommissionId commission) {
        return jdbc.sql("""
                        select item_id, person_id, at from bank.commission_item
                        where commission_id = :commission order by at desc, item_id
                        """)
                .param("commission", commission.value())
                .query((row, number) -> new CommissionedItem(
                        new ItemId(Sql.uuid(row, "item_id")),
                        new PersonId(Sql.uuid(row, "person_id")),
                        Sql.instant(row, "at")))
                .list();
    }
}

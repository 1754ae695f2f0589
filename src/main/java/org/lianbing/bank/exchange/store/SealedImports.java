package org.lianbing.bank.exchange.store;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.exchange.ImportProblem;

/** Takes out of imports what sealed items say: who uploaded a file is not by that a setter. */
@Repository
public class SealedImports {

    private final JdbcClient jdbc;
    private final ImportJson json;

    SealedImports(JdbcClient jdbc, ImportJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Empties the rows that became these items, that say what these say, or that were to change them; the files that they
     * came in are no longer kept. That there were such rows, and what became of them, stays.
     */
    public void forget(Collection<ItemId> items) {
        UUID[] ids = items.stream().map(ItemId::value).toArray(UUID[]::new);
        jdbc.sql("""
            delete from bank.import_upload u using bank.import_row r
            where r.import_id = u.import_id and (r.item_id = any(:items) or r.updates = any(:items)
                or (r.state = 'KNOWN' and r.duplicate_of in (select i.code from bank.item i where i.id = any(:items))))
            """).param("items", ids).update();
        jdbc.sql("""
            update bank.import_row r
            set content = null, original = '{}', cells = '{}', unreadable = '[]', source = '',
                fingerprint = null, duplicate_of = case when r.state = 'KNOWN' then r.duplicate_of end, updates = null,
                problems = case when r.state in ('COMMITTED', 'KNOWN') then '[]'::jsonb else :problems::jsonb end,
                state = case when r.state in ('COMMITTED', 'KNOWN') then r.state else 'FAULTY' end,
                version = r.version + 1
            where r.item_id = any(:items) or r.updates = any(:items)
                or (r.state = 'KNOWN' and r.duplicate_of in (select i.code from bank.item i where i.id = any(:items)))
            """)
                .param("items", ids)
                .param("problems", json.write(List.of(ImportProblem.error(null, "exchange.row-sealed", ""))))
                .update();
    }
}

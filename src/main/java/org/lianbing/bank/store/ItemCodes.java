package org.lianbing.bank.store;

import java.util.Collection;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.TradeId;

/** Codes of items: those that are taken, and the numbers of those that nobody gave one. */
@Repository
public class ItemCodes {

    private final JdbcClient jdbc;

    ItemCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean taken(String code) {
        return jdbc.sql("select exists (select 1 from bank.item where code = :code)")
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    /** Those of the codes that are taken. */
    public Set<String> taken(Collection<String> codes) {
        return Set.copyOf(jdbc.sql("select code from bank.item where code = any(:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** The first of so many numbers for items that were not given a code. */
    public int nextNumbers(TradeId trade, int count) {
        return jdbc.sql("""
            insert into bank.code_counter (trade_id, last) values (:trade, :count)
            on conflict (trade_id) do update set last = bank.code_counter.last + :count
            returning last
            """)
                        .param("trade", trade.value())
                        .param("count", count)
                        .query(Integer.class)
                        .single()
                - count
                + 1;
    }

    /** The next number for an item that was not given a code. */
    public int nextNumber(TradeId trade) {
        return nextNumbers(trade, 1);
    }
}

package org.lianbing.bank.review.store;

import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.base.TradeId;

/** The table {@code bank.review_rule}. */
@Repository
public class RuleRows {

    private static final int ALL = 100;

    private final JdbcClient jdbc;

    RuleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How much of a batch is to be reviewed, in percent. */
    public int share(TradeId trade) {
        return jdbc.sql("select share from bank.review_rule where trade_id = :trade")
                .param("trade", trade.value())
                .query(Integer.class)
                .optional()
                .orElse(ALL);
    }

    public void put(TradeId trade, int share, PersonId by, Instant now) {
        jdbc.sql("""
                        insert into bank.review_rule (trade_id, share, changed_by, changed_at)
                        values (:trade, :share, :by, :now)
                        on conflict (trade_id) do update set share = excluded.share, changed_by = excluded.changed_by,
                            changed_at = excluded.changed_at
                        """)
                .param("trade", trade.value())
                .param("share", share)
                .param("by", by.value())
                .param("now", Sql.at(now))
                .update();
    }
}

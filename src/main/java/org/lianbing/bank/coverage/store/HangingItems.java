package org.lianbing.bank.coverage.store;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.ItemId;
import org.lianbing.base.Sql;
import org.lianbing.base.TradeId;
import org.lianbing.trade.PointId;

/** Which items hang on points. */
@Repository
public class HangingItems {

    private static final int MOST = 2_000;

    /** An item on a point. */
    public record Hanging(PointId point, ItemId item, String code, TradeId trade) {}

    private final JdbcClient jdbc;

    HangingItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Items in use on the points, without sealed ones, by code. */
    public List<Hanging> on(Collection<PointId> points) {
        return jdbc.sql("""
                        select p.point_id, i.id, i.code, i.trade_id
                        from bank.item_point p join bank.item i on i.id = p.item_id
                        where p.point_id = any(:points) and i.state <> 'RETIRED' and i.secrecy <> 'SEALED'
                        order by i.code
                        limit :most
                        """)
                .param("points", points.stream().map(PointId::value).toArray(UUID[]::new))
                .param("most", MOST)
                .query((row, number) -> new Hanging(
                        new PointId(Sql.uuid(row, "point_id")),
                        new ItemId(Sql.uuid(row, "id")),
                        row.getString("code"),
                        new TradeId(Sql.uuid(row, "trade_id"))))
                .list();
    }
}

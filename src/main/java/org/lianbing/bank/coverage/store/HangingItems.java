package org.lianbing.bank.coverage.store;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.access.ReachMarks;
import org.lianbing.base.Sql;
import org.lianbing.trade.PointId;

/** Which items hang on points. */
@Repository
public class HangingItems {

    private static final int MOST = 2_000;

    /** An item on a point. */
    public record Hanging(PointId point, ItemId item, String code) {}

    private final JdbcClient jdbc;

    HangingItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Items in use on the points, as far as the marks reach and without sealed ones, by code. */
    public List<Hanging> on(Collection<PointId> points, Set<String> marks) {
        return jdbc.sql("""
                          select p.point_id, item.id, item.code
                          from bank.item_point p join bank.item item on item.id = p.item_id
                          where p.point_id = any(:points) and item.state <> 'RETIRED' and item.secrecy <> 'SEALED'
                            and (\
                          """ + ReachMarks.IN_REACH + """
                            )
                          order by item.code
                          limit :most
                          """)
                .param("marks", marks.toArray(String[]::new))
                .param("points", points.stream().map(PointId::value).toArray(UUID[]::new))
                .param("most", MOST)
                .query((row, number) -> new Hanging(
                        new PointId(Sql.uuid(row, "point_id")), new ItemId(Sql.uuid(row, "id")), row.getString("code")))
                .list();
    }
}

package org.lianbing.bank.exchange.store;

import java.util.Collection;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.Sql;
import org.lianbing.trade.PointId;

/** What open items in force say on points. */
@Repository
public class PointTexts {

    private final JdbcClient jdbc;

    PointTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The stems and options of some items of each point that anybody may practise on, newest first. */
    public void each(Collection<PointId> points, int mostOfEach, BiConsumer<PointId, String> taker) {
        jdbc.sql("""
            select asked.point_id, one.words
            from unnest(:points) as asked (point_id) cross join lateral (
                select (version.content ->> 'stem') || ' '
                    || jsonb_path_query_array(version.content, '$.**.text')::text as words
                from bank.item_point as tied
                    join bank.item as item on item.id = tied.item_id
                    join bank.item_version as version on version.id = item.published_version_id
                where tied.point_id = asked.point_id and item.state = 'PUBLISHED' and item.secrecy = 'OPEN'
                    and item.unit_id is null
                order by item.id desc limit :most
            ) as one
            """)
                .param("points", points.stream().map(PointId::value).toArray(UUID[]::new))
                .param("most", mostOfEach)
                .query(row -> {
                    taker.accept(new PointId(Sql.uuid(row, "point_id")), row.getString("words"));
                });
    }
}

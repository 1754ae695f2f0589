package org.lianbing.bank.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.ItemId;
import org.lianbing.base.Level;
import org.lianbing.trade.PointId;

/** Levels and points of items, by which the pool is drawn: those of the version in force, else of the first. */
@Repository
public class InForceRows {

    private final JdbcClient jdbc;

    InForceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts these in the place of what an item had. */
    public void put(ItemId item, Set<Level> levels, Set<PointId> points) {
        jdbc.sql("delete from bank.item_level where item_id = :item")
                .param("item", item.value())
                .update();
        jdbc.sql("insert into bank.item_level (item_id, level) select :item, unnest(:levels)")
                .param("item", item.value())
                .param("levels", levels.stream().map(Level::name).toArray(String[]::new))
                .update();
        jdbc.sql("delete from bank.item_point where item_id = :item")
                .param("item", item.value())
                .update();
        jdbc.sql("insert into bank.item_point (item_id, point_id) select :item, unnest(:points)")
                .param("item", item.value())
                .param("points", points.stream().map(PointId::value).toArray(UUID[]::new))
                .update();
    }

    /** What many new items are about by their first versions. */
    public void putAll(List<VersionRow> versions) {
        List<Map.Entry<ItemId, Level>> levels = new ArrayList<>();
        List<Map.Entry<ItemId, PointId>> points = new ArrayList<>();
        for (VersionRow version : versions) {
            version.levels().forEach(level -> levels.add(Map.entry(version.item(), level)));
            version.points().forEach(point -> points.add(Map.entry(version.item(), point)));
        }
        jdbc.sql("insert into bank.item_level (item_id, level) select * from unnest(:items, :levels)")
                .param(
                        "items",
                        levels.stream().map(pair -> pair.getKey().value()).toArray(UUID[]::new))
                .param(
                        "levels",
                        levels.stream().map(pair -> pair.getValue().name()).toArray(String[]::new))
                .update();
        jdbc.sql("insert into bank.item_point (item_id, point_id) select * from unnest(:items, :points)")
                .param(
                        "items",
                        points.stream().map(pair -> pair.getKey().value()).toArray(UUID[]::new))
                .param(
                        "points",
                        points.stream().map(pair -> pair.getValue().value()).toArray(UUID[]::new))
                .update();
    }
}

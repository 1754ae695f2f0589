package org.lianbing.bank.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.PoolItem;
import org.lianbing.bank.SealedSetId;
import org.lianbing.bank.Secrecy;
import org.lianbing.base.Level;
import org.lianbing.base.Sql;
import org.lianbing.base.TradeId;

/** Reads published items as something to draw. */
@Repository
public class PoolRows {

    private static final String COLUMNS = """
            select i.id, v.id as version, v.type, i.trade_id, v.levels, v.points, v.difficulty,
                   v.type = 'practical' or (v.type = 'case' and exists (
                      select 1 from jsonb_array_elements(v.content -> 'parts') part
                      where part -> 'interaction' ->> 'type' = 'practical')) as task
            """;
    private static final String IN_FORCE = COLUMNS + """
            from bank.item i join bank.item_version v on v.id = i.published_version_id
            where i.state = 'PUBLISHED' and i.secrecy = any(:secrecies)
            """;

    private static final String ON_SCREEN = """
             and v.type <> all(:elsewhere) and not (v.type = 'case' and exists (
                select 1 from jsonb_array_elements(v.content -> 'parts') part
                where part -> 'interaction' ->> 'type' = any(:elsewhere)))
            """;
    private static final String[] ELSEWHERE = Arrays.stream(ItemType.values())
            .filter(type -> !type.answeredOnScreen())
            .map(ItemType::code)
            .toArray(String[]::new);

    private final JdbcClient jdbc;

    PoolRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<PoolItem> inForce(
            TradeId trade, @Nullable Level level, Collection<TradeId> foundations, Secrecy... secrecies) {
        return inForce("", trade, level == null ? List.of() : List.of(level), foundations, secrecies)
                .query(PoolRows::item)
                .list();
    }

    /** Of any of these levels; without what is done elsewhere than on a screen, be it a whole item or one part of a case. */
    public List<PoolItem> answeredOnScreen(
            TradeId trade, Collection<Level> levels, Collection<TradeId> foundations, Secrecy... secrecies) {
        return inForce(ON_SCREEN, trade, levels, foundations, secrecies)
                .query(PoolRows::item)
                .list();
    }

    /** The same of one sealed set, while it is sealed. */
    public List<PoolItem> sealed(
            SealedSetId set, TradeId trade, Collection<Level> levels, Collection<TradeId> foundations) {
        return inForce(ON_SCREEN + " and i.sealed_set_id = :set", trade, levels, foundations, Secrecy.SEALED)
                .param("set", set.value())
                .query(PoolRows::item)
                .list();
    }

    private JdbcClient.StatementSpec inForce(
            String and,
            TradeId trade,
            Collection<Level> levels,
            Collection<TradeId> foundations,
            Secrecy... secrecies) {
        return jdbc.sql(IN_FORCE + and + """
                         and i.trade_id = any(:trades) and (i.trade_id <> :trade or cardinality(:levels) = 0 or exists (
                            select 1 from bank.item_level l where l.item_id = i.id and l.level = any(:levels)))
                        order by i.id
                        """)
                .param("elsewhere", ELSEWHERE)
                .param("secrecies", names(secrecies))
                .param("trade", trade.value())
                .param(
                        "trades",
                        java.util.stream.Stream.concat(java.util.stream.Stream.of(trade), foundations.stream())
                                .map(TradeId::value)
                                .toArray(UUID[]::new))
                .param("levels", levels.stream().map(Level::name).toArray(String[]::new));
    }

    public List<PoolItem> inForce(Collection<ItemId> items, Secrecy... secrecies) {
        return jdbc.sql(IN_FORCE + " and i.id = any(:items) order by i.id")
                .param("secrecies", names(secrecies))
                .param("items", items.stream().map(ItemId::value).toArray(UUID[]::new))
                .query(PoolRows::item)
                .list();
    }

    /** Those of one trade alone. */
    public List<PoolItem> inForce(Collection<ItemId> items, TradeId trade, Secrecy... secrecies) {
        return jdbc.sql(IN_FORCE + " and i.id = any(:items) and i.trade_id = :trade order by i.id")
                .param("secrecies", names(secrecies))
                .param("items", items.stream().map(ItemId::value).toArray(UUID[]::new))
                .param("trade", trade.value())
                .query(PoolRows::item)
                .list();
    }

    public Map<ItemVersionId, PoolItem> ofVersions(Collection<ItemVersionId> versions) {
        Map<ItemVersionId, PoolItem> found = new HashMap<>();
        jdbc.sql(COLUMNS + """
                        from bank.item_version v join bank.item i on i.id = v.item_id
                        where v.id = any(:versions)
                        """)
                .param("versions", versions.stream().map(ItemVersionId::value).toArray(UUID[]::new))
                .query(PoolRows::item)
                .list()
                .forEach(item -> found.put(item.version(), item));
        return found;
    }

    /** By code, what was published some time and is not sealed. */
    public Map<String, ItemId> named(Collection<String> codes) {
        Map<String, ItemId> named = new HashMap<>();
        jdbc.sql("""
                        select code, id from bank.item
                        where code = any(:codes) and published_version_id is not null and secrecy <> 'SEALED'
                        """).param("codes", codes.toArray(String[]::new)).query(row -> {
            named.put(row.getString("code"), new ItemId(Sql.uuid(row, "id")));
        });
        return named;
    }

    public Map<ItemId, String> codes(Collection<ItemId> items, boolean sealedToo) {
        Map<ItemId, String> codes = new HashMap<>();
        jdbc.sql("select id, code from bank.item where id = any(:items) and (:sealed or secrecy <> 'SEALED')")
                .param("items", items.stream().map(ItemId::value).toArray(UUID[]::new))
                .param("sealed", sealedToo)
                .query(row -> {
                    codes.put(new ItemId(Sql.uuid(row, "id")), row.getString("code"));
                });
        return codes;
    }

    public Map<TradeId, Integer> counts() {
        Map<TradeId, Integer> counts = new HashMap<>();
        jdbc.sql("select trade_id, count(*) as items from bank.item where state = 'PUBLISHED' "
                        + "and secrecy <> 'SEALED' group by trade_id")
                .query(row -> {
                    counts.put(new TradeId(Sql.uuid(row, "trade_id")), row.getInt("items"));
                });
        return counts;
    }

    private static String[] names(Secrecy... secrecies) {
        return Arrays.stream(secrecies).map(Secrecy::name).toArray(String[]::new);
    }

    private static PoolItem item(ResultSet row, int number) throws SQLException {
        return new PoolItem(
                new ItemId(Sql.uuid(row, "id")),
                new ItemVersionId(Sql.uuid(row, "version")),
                ItemType.find(row.getString("type")).orElseThrow(),
                row.getBoolean("task"),
                new TradeId(Sql.uuid(row, "trade_id")),
                VersionRows.levels(row.getArray("levels")),
                VersionRows.points(row.getArray("points")),
                row.getInt("difficulty"));
    }
}

package org.lianbing.trade.store;

import java.sql.Types;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.Ids;
import org.lianbing.base.Sql;
import org.lianbing.trade.disk.FolderContent;
import org.lianbing.trade.disk.FolderContent.InclusionEntry;
import org.lianbing.trade.disk.FolderContent.OutlineEntry;
import org.lianbing.trade.disk.FolderContent.PointEntry;
import org.lianbing.trade.disk.FolderContent.RangeEntry;
import org.lianbing.trade.disk.FolderContent.TradeEntry;

/**
 * Brings trades and outlines to what the files say. Trades that the files do not name are left alone, and so are
 * editions made in the application: what the files newly say beside one of these waits until a person puts it in force.
 */
@Repository
public class CatalogWriter {

    private final JdbcClient jdbc;

    CatalogWriter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes all; the caller holds the transaction. */
    public void write(FolderContent content) {
        jdbc.sql("update trade.catalog set version = version + 1").update();
        Map<String, UUID> trades = new HashMap<>();
        for (int i = 0; i < content.trades().size(); i++) {
            TradeEntry entry = content.trades().get(i);
            trades.put(entry.code(), writeTrade(entry, i));
        }
        Set<String> there = new HashSet<>(content.broken());
        for (OutlineEntry outline : content.outlines()) {
            there.add(outline.code());
            writeOutline(outline, trades);
        }
        trades.values().forEach(trade -> endOthers(trade, there));
    }

    private UUID writeTrade(TradeEntry trade, int position) {
        return jdbc.sql("""
            insert into trade.trade (id, code, kind, official_code, name, name_en, aliases, position)
            values (:id, :code, :kind, :official, :name, :nameEn, :aliases, :position)
            on conflict (code) do update set kind = excluded.kind, official_code = excluded.official_code,
                name = excluded.name, name_en = excluded.name_en, aliases = excluded.aliases,
                position = excluded.position
            returning id
            """)
                .param("id", Ids.next())
                .param("code", trade.code())
                .param("kind", trade.kind().name())
                .param("official", trade.officialCode(), Types.VARCHAR)
                .param("name", trade.name())
                .param("nameEn", trade.nameEn())
                .param("aliases", trade.aliases().toArray(String[]::new))
                .param("position", position)
                .query(UUID.class)
                .single();
    }

    private void writeOutline(OutlineEntry entry, Map<String, UUID> trades) {
        UUID trade = trades.get(entry.trade());
        boolean ofAPerson = personsIsCurrent(entry.code());
        if (trade == null || known(entry, ofAPerson)) {
            return;
        }
        Map<String, UUID> heirs = pointsOfCurrentByCodeAndName(entry.code());
        UUID outline = writeHead(entry, trade, ofAPerson);
        Map<String, UUID> points = pointsByCode(outline);
        jdbc.sql("update trade.outline_point set in_force = false, range_id = null where outline_id = :outline")
                .param("outline", outline)
                .update();
        jdbc.sql("update trade.outline_range set parent_id = null where outline_id = :outline")
                .param("outline", outline)
                .update();
        Set<String> ranges = new HashSet<>();
        writeRanges(new Target(outline, points, heirs, ranges), null, entry.ranges());
        jdbc.sql("delete from trade.outline_range where outline_id = :outline and not code = any(:codes)")
                .param("outline", outline)
                .param("codes", ranges.toArray(String[]::new))
                .update();
        writeInclusions(outline, entry.inclusions(), trades);
    }

    /** Whether people work with an edition that was made in the application: the disk does not push it aside. */
    private boolean personsIsCurrent(String code) {
        return jdbc.sql("""
            select exists (
                select 1 from trade.outline where code = :code and current and source = 'PERSON')
            """).param("code", code).query(Boolean.class).single();
    }

    /** Whether the file says what it said before, and nothing follows from it now. */
    private boolean known(OutlineEntry entry, boolean ofAPerson) {
        return jdbc.sql("""
            select exists (
                select 1 from trade.outline
                where code = :code and edition = :edition and source = 'DISK' and content_hash = :hash
                  and (current or :ofAPerson))
            """)
                .param("code", entry.code())
                .param("edition", entry.edition())
                .param("hash", entry.hash())
                .param("ofAPerson", ofAPerson)
                .query(Boolean.class)
                .single();
    }

    /** Where ranges and points are written, with the ids that points already have. */
    private record Target(UUID outline, Map<String, UUID> points, Map<String, UUID> heirs, Set<String> ranges) {
        UUID idFor(PointEntry point) {
            UUID own = points.get(point.code());
            return own != null ? own : heirs.getOrDefault(point.code() + " " + point.name(), Ids.next());
        }
    }

    private UUID writeHead(OutlineEntry entry, UUID trade, boolean waiting) {
        if (!waiting) {
            jdbc.sql("update trade.outline set current = false where code = :code and current")
                    .param("code", entry.code())
                    .update();
        }
        return jdbc.sql("""
            insert into trade.outline
                (id, trade_id, level, code, name, edition, content_hash, current, source, waiting)
            values (:id, :trade, :level, :code, :name, :edition, :hash, not :waiting, 'DISK', :waiting)
            on conflict (code, edition, source) do update set name = excluded.name,
                content_hash = excluded.content_hash, current = excluded.current,
                waiting = excluded.waiting
            returning id
            """)
                .param("waiting", waiting)
                .param("id", Ids.next())
                .param("trade", trade)
                .param("level", entry.level() == null ? null : entry.level().name(), Types.VARCHAR)
                .param("code", entry.code())
                .param("name", entry.name())
                .param("edition", entry.edition())
                .param("hash", entry.hash())
                .query(UUID.class)
                .single();
    }

    private void writeRanges(Target target, @Nullable UUID parent, List<RangeEntry> ranges) {
        for (int i = 0; i < ranges.size(); i++) {
            RangeEntry range = ranges.get(i);
            target.ranges().add(range.code());
            UUID id = jdbc.sql("""
                insert into trade.outline_range (id, outline_id, parent_id, code, name, weight, position)
                values (:id, :outline, :parent, :code, :name, :weight, :position)
                on conflict (outline_id, code) do update set parent_id = excluded.parent_id,
                    name = excluded.name, weight = excluded.weight, position = excluded.position
                returning id
                """)
                    .param("id", Ids.next())
                    .param("outline", target.outline())
                    .param("parent", parent, Types.OTHER)
                    .param("code", range.code())
                    .param("name", range.name())
                    .param("weight", range.weight())
                    .param("position", i)
                    .query(UUID.class)
                    .single();
            writeRanges(target, id, range.ranges());
            writePoints(target, id, range.points());
        }
    }

    private void writePoints(Target target, UUID range, List<PointEntry> points) {
        for (int i = 0; i < points.size(); i++) {
            PointEntry point = points.get(i);
            jdbc.sql("""
                insert into trade.outline_point
                    (outline_id, id, range_id, code, name, importance, position, in_force)
                values (:outline, :id, :range, :code, :name, :importance, :position, true)
                on conflict (outline_id, code) do update set range_id = excluded.range_id,
                    name = excluded.name, importance = excluded.importance,
                    position = excluded.position, in_force = true
                """)
                    .param("outline", target.outline())
                    .param("id", target.idFor(point))
                    .param("range", range)
                    .param("code", point.code())
                    .param("name", point.name())
                    .param("importance", point.importance().name())
                    .param("position", i)
                    .update();
        }
    }

    private void writeInclusions(UUID outline, List<InclusionEntry> inclusions, Map<String, UUID> trades) {
        jdbc.sql("delete from trade.outline_inclusion where outline_id = :outline")
                .param("outline", outline)
                .update();
        for (int i = 0; i < inclusions.size(); i++) {
            jdbc.sql("""
                insert into trade.outline_inclusion (outline_id, foundation_id, weight, position)
                values (:outline, :foundation, :weight, :position)
                """)
                    .param("outline", outline)
                    .param("foundation", trades.get(inclusions.get(i).foundation()))
                    .param("weight", inclusions.get(i).weight())
                    .param("position", i)
                    .update();
        }
    }

    private Map<String, UUID> pointsByCode(UUID outline) {
        Map<String, UUID> found = new HashMap<>();
        jdbc.sql("select code, id from trade.outline_point where outline_id = :outline")
                .param("outline", outline)
                .query(row -> {
                    found.put(row.getString("code"), Sql.uuid(row, "id"));
                });
        return found;
    }

    private Map<String, UUID> pointsOfCurrentByCodeAndName(String outline) {
        Map<String, UUID> found = new HashMap<>();
        jdbc.sql("""
            select p.code, p.name, p.id from trade.outline_point p
            join trade.outline o on o.id = p.outline_id
            where o.code = :code and o.current and p.in_force
            """).param("code", outline).query(row -> {
            found.put(row.getString("code") + " " + row.getString("name"), Sql.uuid(row, "id"));
        });
        return found;
    }

    private void endOthers(UUID trade, Set<String> there) {
        jdbc.sql("""
            update trade.outline set current = false
            where trade_id = :trade and source = 'DISK' and not code = any(:codes)
            """)
                .param("trade", trade)
                .param("codes", there.toArray(String[]::new))
                .update();
    }
}

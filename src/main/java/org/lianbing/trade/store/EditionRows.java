package org.lianbing.trade.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.Actor;
import org.lianbing.base.Ids;
import org.lianbing.base.Level;
import org.lianbing.base.Sql;
import org.lianbing.base.TradeId;
import org.lianbing.trade.Edition;
import org.lianbing.trade.EditionSource;
import org.lianbing.trade.Outline;
import org.lianbing.trade.OutlineId;
import org.lianbing.trade.PointId;
import org.lianbing.trade.disk.FolderContent.PointEntry;
import org.lianbing.trade.disk.FolderContent.RangeEntry;

/** Editions of outlines: the list of them, and new ones that people make. */
@Repository
public class EditionRows {

    /**
     * A new edition.
     *
     * @param code of the outline
     * @param fileName the workbook it was read from, or null
     */
    public record NewEdition(
            TradeId trade,
            @Nullable Level level,
            String code,
            String name,
            String edition,
            @Nullable String fileName,
            List<RangeEntry> ranges,
            List<Outline.Inclusion> inclusions) {}

    private static final String SELECT = """
        select o.id, o.trade_id, o.level, o.code, o.name, o.edition, o.source, o.current, o.waiting, o.file_name,
            o.made_by_name, o.made_at,
            (select count(*) from trade.outline_point p where p.outline_id = o.id and p.in_force) as points
        from trade.outline o
        """;

    private final JdbcClient jdbc;

    EditionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All editions of a trade's outline at a level, the one in force first, then the newest. */
    public List<Edition> of(TradeId trade, @Nullable Level level) {
        return jdbc.sql(SELECT + """
            where o.trade_id = :trade and o.level is not distinct from :level
            order by o.current desc, o.waiting desc, o.made_at desc nulls last, o.edition desc
            """)
                .param("trade", trade.value())
                .param("level", level == null ? null : level.name(), Types.VARCHAR)
                .query(EditionRows::edition)
                .list();
    }

    /** Those in force and those that wait. */
    public List<Edition> inForceOrWaiting() {
        return jdbc.sql(SELECT + " where o.current or o.waiting order by o.code, o.current desc")
                .query(EditionRows::edition)
                .list();
    }

    public Optional<Edition> find(OutlineId id) {
        return jdbc.sql(SELECT + " where o.id = :id")
                .param("id", id.value())
                .query(EditionRows::edition)
                .optional();
    }

    /** The names of all editions of an outline that people made. */
    public Set<String> names(String code) {
        return new HashSet<>(jdbc.sql("select edition from trade.outline where code = :code and source = 'PERSON'")
                .param("code", code)
                .query(String.class)
                .list());
    }

    /** The ids that the points of a new edition take over. */
    public PointHeirs heirs(String code) {
        PointHeirs heirs = new PointHeirs(new HashMap<>(), new HashMap<>());
        jdbc.sql("""
            select p.code, p.name, p.id, o.current and p.in_force as in_force
            from trade.outline_point p join trade.outline o on o.id = p.outline_id
            where o.code = :code
            order by o.made_at nulls first
            """).param("code", code).query(row -> {
            heirs.add(
                    row.getString("code"),
                    row.getString("name"),
                    new PointId(Sql.uuid(row, "id")),
                    row.getBoolean("in_force"));
        });
        return heirs;
    }

    /** Puts an edition in force in the place of the one that is. The caller holds the transaction. */
    public void activate(Edition edition) {
        changed();
        jdbc.sql("update trade.outline set current = false where code = :code and current")
                .param("code", edition.code())
                .update();
        jdbc.sql("update trade.outline set current = true, waiting = false where id = :id")
                .param("id", edition.id().value())
                .update();
    }

    /** Writes a new edition and puts it in force; points keep the ids of those they inherit from. */
    public OutlineId add(Actor actor, NewEdition made, PointHeirs points, Instant now) {
        changed();
        jdbc.sql("update trade.outline set current = false, waiting = false where code = :code and (current or"
                        + " waiting)")
                .param("code", made.code())
                .update();
        OutlineId id = OutlineId.next();
        jdbc.sql("""
            insert into trade.outline (id, trade_id, level, code, name, edition, content_hash, current,
                source, file_name, made_by, made_by_name, made_at)
            values (:id, :trade, :level, :code, :name, :edition, '', true,
                'PERSON', :file, :person, :personName, :now)
            """)
                .param("id", id.value())
                .param("trade", made.trade().value())
                .param("level", made.level() == null ? null : made.level().name(), Types.VARCHAR)
                .param("code", made.code())
                .param("name", made.name())
                .param("edition", made.edition())
                .param("file", made.fileName(), Types.VARCHAR)
                .param("person", actor.person().value())
                .param("personName", actor.name())
                .param("now", Sql.at(now))
                .update();
        addRanges(id, null, made.ranges(), points);
        for (int i = 0; i < made.inclusions().size(); i++) {
            jdbc.sql("""
                insert into trade.outline_inclusion (outline_id, foundation_id, weight, position)
                values (:outline, :foundation, :weight, :position)
                """)
                    .param("outline", id.value())
                    .param("foundation", made.inclusions().get(i).foundation().value())
                    .param("weight", made.inclusions().get(i).weight())
                    .param("position", i)
                    .update();
        }
        return id;
    }

    private void addRanges(OutlineId outline, @Nullable UUID parent, List<RangeEntry> ranges, PointHeirs points) {
        for (int i = 0; i < ranges.size(); i++) {
            RangeEntry range = ranges.get(i);
            UUID id = Ids.next();
            jdbc.sql("""
                insert into trade.outline_range (id, outline_id, parent_id, code, name, weight, position)
                values (:id, :outline, :parent, :code, :name, :weight, :position)
                """)
                    .param("id", id)
                    .param("outline", outline.value())
                    .param("parent", parent, Types.OTHER)
                    .param("code", range.code())
                    .param("name", range.name())
                    .param("weight", range.weight())
                    .param("position", i)
                    .update();
            addPoints(outline, id, range.points(), points);
            addRanges(outline, id, range.ranges(), points);
        }
    }

    private void addPoints(OutlineId outline, UUID range, List<PointEntry> entries, PointHeirs points) {
        if (entries.isEmpty()) {
            return;
        }
        jdbc.sql("""
            insert into trade.outline_point
                (outline_id, id, range_id, code, name, importance, position, in_force)
            select :outline, p.id, :range, p.code, p.name, p.importance, p.position - 1, true
            from unnest(:ids, :codes, :names, :importances)
                with ordinality as p (id, code, name, importance, position)
            """)
                .param("outline", outline.value())
                .param("range", range)
                .param(
                        "ids",
                        entries.stream()
                                .map(point ->
                                        points.of(point.code(), point.name()).value())
                                .toArray(UUID[]::new))
                .param("codes", entries.stream().map(PointEntry::code).toArray(String[]::new))
                .param("names", entries.stream().map(PointEntry::name).toArray(String[]::new))
                .param(
                        "importances",
                        entries.stream().map(point -> point.importance().name()).toArray(String[]::new))
                .update();
    }

    private void changed() {
        jdbc.sql("update trade.catalog set version = version + 1").update();
    }

    private static Edition edition(ResultSet row, int number) throws SQLException {
        String level = row.getString("level");
        return new Edition(
                new OutlineId(Sql.uuid(row, "id")),
                new TradeId(Sql.uuid(row, "trade_id")),
                level == null ? null : Level.valueOf(level),
                row.getString("code"),
                row.getString("name"),
                row.getString("edition"),
                EditionSource.valueOf(row.getString("source")),
                row.getBoolean("current"),
                row.getBoolean("waiting"),
                row.getInt("points"),
                row.getString("file_name"),
                row.getString("made_by_name"),
                Sql.instantOrNull(row, "made_at"));
    }
}

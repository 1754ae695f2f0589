package org.lianbing.trade.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.base.Level;
import org.lianbing.base.Sql;
import org.lianbing.base.TradeId;
import org.lianbing.trade.Importance;
import org.lianbing.trade.Outline;
import org.lianbing.trade.OutlineId;
import org.lianbing.trade.Point;
import org.lianbing.trade.PointId;
import org.lianbing.trade.Range;
import org.lianbing.trade.RangeId;
import org.lianbing.trade.Trade;
import org.lianbing.trade.TradeKind;

/** Reads all trades and outlines at once: they are few, and every page needs them. */
@Repository
public class CatalogReader {

    /**
     * All that is known at one moment.
     *
     * @param version counts up with every change
     * @param trades by kind and place in the file
     * @param outlines those in force
     * @param pastPoints points of former editions and dropped ones, for old records
     */
    public record Content(long version, List<Trade> trades, List<Outline> outlines, List<Point> pastPoints) {}

    private record OutlineRow(
            OutlineId id,
            TradeId trade,
            @Nullable Level level,
            String code,
            String name,
            String edition,
            boolean current) {}

    private record RangeRow(
            UUID id, UUID outline, @Nullable UUID parent, String code, String name, BigDecimal weight) {}

    private record PointRow(
            UUID id,
            UUID outline,
            @Nullable UUID range,
            String code,
            String name,
            Importance importance,
            boolean inForce) {}

    private final JdbcClient jdbc;

    CatalogReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long version() {
        return jdbc.sql("select version from trade.catalog").query(Long.class).single();
    }

    @Transactional(readOnly = true, isolation = org.springframework.transaction.annotation.Isolation.REPEATABLE_READ)
    public Content read() {
        long version = version();
        List<OutlineRow> outlineRows = outlineRows();
        Tree tree = new Tree(rangeRows(null), pointRows(null), inclusions());
        List<Outline> outlines = new ArrayList<>();
        List<Point> past = new ArrayList<>();
        for (OutlineRow row : outlineRows) {
            if (row.current()) {
                outlines.add(tree.outline(row));
            }
            past.addAll(tree.pastPoints(row));
        }
        return new Content(version, trades(outlineRows), outlines, past);
    }

    /** An edition, in force or not. */
    @Transactional(readOnly = true, isolation = org.springframework.transaction.annotation.Isolation.REPEATABLE_READ)
    public Optional<Outline> edition(OutlineId id) {
        return outlineRows().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .map(row -> new Tree(rangeRows(id), pointRows(id), inclusions()).outline(row));
    }

    private List<Trade> trades(List<OutlineRow> outlines) {
        return jdbc.sql("""
            select id, code, kind, official_code, name, name_en, aliases from trade.trade
            order by array_position(array['TRADE', 'FOUNDATION', 'THEME'], kind), position, code
            """).query((row, number) -> trade(row, outlines)).list();
    }

    private static Trade trade(ResultSet row, List<OutlineRow> outlines) throws SQLException {
        TradeId id = new TradeId(Sql.uuid(row, "id"));
        List<Level> levels = outlines.stream()
                .filter(outline -> outline.current() && outline.trade().equals(id))
                .flatMap(outline -> java.util.stream.Stream.ofNullable(outline.level()))
                .sorted(Comparator.comparing(Level::rank))
                .toList();
        return new Trade(
                id,
                row.getString("code"),
                TradeKind.valueOf(row.getString("kind")),
                row.getString("official_code"),
                row.getString("name"),
                row.getString("name_en"),
                Arrays.asList((String[]) row.getArray("aliases").getArray()),
                levels);
    }

    private List<OutlineRow> outlineRows() {
        return jdbc.sql("""
            select id, trade_id, level, code, name, edition, current from trade.outline
            order by code, edition desc
            """)
                .query((row, number) -> {
                    String level = row.getString("level");
                    return new OutlineRow(
                            new OutlineId(Sql.uuid(row, "id")),
                            new TradeId(Sql.uuid(row, "trade_id")),
                            level == null ? null : Level.valueOf(level),
                            row.getString("code"),
                            row.getString("name"),
                            row.getString("edition"),
                            row.getBoolean("current"));
                })
                .list();
    }

    private List<RangeRow> rangeRows(@Nullable OutlineId outline) {
        return jdbc.sql("""
            select id, outline_id, parent_id, code, name, weight from trade.outline_range
            where :outline::uuid is null or outline_id = :outline
            order by outline_id, position
            """)
                .param("outline", outline == null ? null : outline.value(), Types.OTHER)
                .query((row, number) -> new RangeRow(
                        Sql.uuid(row, "id"),
                        Sql.uuid(row, "outline_id"),
                        Sql.uuidOrNull(row, "parent_id"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getBigDecimal("weight").stripTrailingZeros()))
                .list();
    }

    private List<PointRow> pointRows(@Nullable OutlineId outline) {
        return jdbc.sql("""
            select id, outline_id, range_id, code, name, importance, in_force from trade.outline_point
            where :outline::uuid is null or outline_id = :outline
            order by outline_id, position
            """)
                .param("outline", outline == null ? null : outline.value(), Types.OTHER)
                .query((row, number) -> new PointRow(
                        Sql.uuid(row, "id"),
                        Sql.uuid(row, "outline_id"),
                        Sql.uuidOrNull(row, "range_id"),
                        row.getString("code"),
                        row.getString("name"),
                        Importance.valueOf(row.getString("importance")),
                        row.getBoolean("in_force")))
                .list();
    }

    private Map<UUID, List<Outline.Inclusion>> inclusions() {
        Map<UUID, List<Outline.Inclusion>> found = new HashMap<>();
        jdbc.sql("""
            select outline_id, foundation_id, weight from trade.outline_inclusion
            order by outline_id, position
            """).query(row -> {
            found.computeIfAbsent(Sql.uuid(row, "outline_id"), outline -> new ArrayList<>())
                    .add(new Outline.Inclusion(
                            new TradeId(Sql.uuid(row, "foundation_id")),
                            row.getBigDecimal("weight").stripTrailingZeros()));
        });
        return found;
    }

    /** Puts the rows of all outlines together. */
    private record Tree(List<RangeRow> ranges, List<PointRow> points, Map<UUID, List<Outline.Inclusion>> inclusions) {

        Outline outline(OutlineRow row) {
            return new Outline(
                    row.id(),
                    row.trade(),
                    row.level(),
                    row.code(),
                    row.name(),
                    row.edition(),
                    rangesBelow(row, null, List.of()),
                    inclusions.getOrDefault(row.id().value(), List.of()));
        }

        List<Point> pastPoints(OutlineRow row) {
            return points.stream()
                    .filter(point -> point.outline().equals(row.id().value()))
                    .filter(point -> !row.current() || !point.inForce())
                    .map(point -> point(row, point, List.of()))
                    .toList();
        }

        private List<Range> rangesBelow(OutlineRow outline, @Nullable UUID parent, List<String> path) {
            return ranges.stream()
                    .filter(range -> range.outline().equals(outline.id().value())
                            && java.util.Objects.equals(range.parent(), parent))
                    .map(range -> range(outline, range, path))
                    .toList();
        }

        private Range range(OutlineRow outline, RangeRow range, List<String> above) {
            List<String> path = new ArrayList<>(above);
            path.add(range.name());
            List<Point> below = points.stream()
                    .filter(point -> point.inForce() && range.id().equals(point.range()))
                    .map(point -> point(outline, point, path))
                    .toList();
            return new Range(
                    new RangeId(range.id()),
                    range.code(),
                    range.name(),
                    range.weight(),
                    rangesBelow(outline, range.id(), path),
                    below);
        }

        private static Point point(OutlineRow outline, PointRow point, List<String> path) {
            return new Point(
                    new PointId(point.id()),
                    outline.id(),
                    outline.trade(),
                    outline.level(),
                    point.code(),
                    point.name(),
                    point.importance(),
                    List.copyOf(path));
        }
    }
}

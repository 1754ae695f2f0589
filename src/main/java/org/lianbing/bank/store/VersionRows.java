package org.lianbing.bank.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.Fingerprint;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Origin;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.content.ContentJson;
import org.lianbing.base.Level;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.trade.PointId;

/** The table {@code bank.item_version}: rows are added and never changed. */
@Repository
public class VersionRows {

    private static final String SELECT = """
        select id, item_id, number, content::text as content, levels, points, secrecy, source, permission, edition, credit,
            content_hash,
            author_id, reason, made_at
        from bank.item_version
        """;

    private final JdbcClient jdbc;

    VersionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(VersionRow version) {
        jdbc.sql("""
            insert into bank.item_version (id, item_id, number, type, difficulty, content, levels, points,
                secrecy, source, permission, edition, credit, content_hash, fingerprint, author_id, reason, made_at)
            values (:id, :item, :number, :type, :difficulty, :content::jsonb, :levels, :points,
                :secrecy, :source, :permission, :edition, :credit, :hash, :fingerprint, :author, :reason, :at)
            """)
                .param("id", version.id().value())
                .param("item", version.item().value())
                .param("number", version.number())
                .param("type", version.content().interaction().type().code())
                .param("difficulty", version.content().difficulty())
                .param("content", ContentJson.STORED.write(version.content()))
                .param("levels", version.levels().stream().map(Level::name).toArray(String[]::new))
                .param("points", version.points().stream().map(PointId::value).toArray(UUID[]::new))
                .param("secrecy", version.secrecy().name())
                .param("source", version.origin().source())
                .param("permission", version.origin().permission())
                .param("edition", version.origin().edition())
                .param("credit", version.origin().credit())
                .param("hash", version.hash())
                .param("fingerprint", Fingerprint.of(version.content()))
                .param(
                        "author",
                        version.author() == null ? null : version.author().value(),
                        Types.OTHER)
                .param("reason", version.reason())
                .param("at", Sql.at(version.madeAt()))
                .update();
    }

    /** Many first versions. */
    public void insertAll(List<VersionRow> rows) {
        jdbc.sql("""
            insert into bank.item_version (id, item_id, number, type, difficulty, content, levels, points,
                secrecy, source, permission, edition, credit, content_hash, fingerprint, author_id, reason,
                made_at)
            select v.id, v.item, v.number, v.type, v.difficulty, v.content::jsonb, v.levels::text[],
                v.points::uuid[], v.secrecy, v.source, v.permission, v.edition, v.credit, v.hash,
                v.fingerprint, v.author, v.reason, v.at::timestamptz
            from unnest(:ids, :items, :numbers, :types, :difficulties, :contents, :levels, :points,
                :secrecies, :sources, :permissions, :editions, :credits, :hashes, :fingerprints, :authors,
                :reasons, :ats)
                as v (id, item, number, type, difficulty, content, levels, points, secrecy, source,
                    permission, edition, credit, hash, fingerprint, author, reason, at)
            """)
                .param("ids", rows.stream().map(row -> row.id().value()).toArray(UUID[]::new))
                .param("items", rows.stream().map(row -> row.item().value()).toArray(UUID[]::new))
                .param("numbers", rows.stream().map(VersionRow::number).toArray(Integer[]::new))
                .param(
                        "types",
                        texts(rows, row -> row.content().interaction().type().code()))
                .param(
                        "difficulties",
                        rows.stream().map(row -> row.content().difficulty()).toArray(Integer[]::new))
                .param("contents", texts(rows, row -> ContentJson.STORED.write(row.content())))
                .param(
                        "levels",
                        texts(
                                rows,
                                row -> row.levels().stream()
                                        .map(Level::name)
                                        .collect(Collectors.joining(",", "{", "}"))))
                .param(
                        "points",
                        texts(
                                rows,
                                row -> row.points().stream()
                                        .map(point -> point.value().toString())
                                        .collect(Collectors.joining(",", "{", "}"))))
                .param("secrecies", texts(rows, row -> row.secrecy().name()))
                .param("sources", texts(rows, row -> row.origin().source()))
                .param("permissions", texts(rows, row -> row.origin().permission()))
                .param("editions", texts(rows, row -> row.origin().edition()))
                .param("credits", texts(rows, row -> row.origin().credit()))
                .param("hashes", texts(rows, VersionRow::hash))
                .param("fingerprints", texts(rows, row -> Fingerprint.of(row.content())))
                .param(
                        "authors",
                        rows.stream()
                                .map(row -> row.author() == null
                                        ? null
                                        : row.author().value())
                                .toArray(UUID[]::new))
                .param("reasons", texts(rows, VersionRow::reason))
                .param("ats", texts(rows, row -> row.madeAt().toString()))
                .update();
    }

    private static String[] texts(List<VersionRow> rows, Function<VersionRow, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    /** The number after the last one of an item. */
    public int nextNumber(ItemId item) {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from bank.item_version where item_id = :item")
                .param("item", item.value())
                .query(Integer.class)
                .single();
    }

    public Map<ItemVersionId, VersionRow> find(Collection<ItemVersionId> ids) {
        Map<ItemVersionId, VersionRow> found = new HashMap<>();
        jdbc.sql(SELECT + " where id = any(:ids)")
                .param("ids", ids.stream().map(ItemVersionId::value).toArray(UUID[]::new))
                .query(VersionRows::row)
                .list()
                .forEach(row -> found.put(row.id(), row));
        return found;
    }

    /** All versions of an item, newest first. */
    public List<VersionRow> of(ItemId item) {
        return jdbc.sql(SELECT + " where item_id = :item order by number desc")
                .param("item", item.value())
                .query(VersionRows::row)
                .list();
    }

    private static VersionRow row(ResultSet row, int number) throws SQLException {
        UUID author = Sql.uuidOrNull(row, "author_id");
        return new VersionRow(
                new ItemVersionId(Sql.uuid(row, "id")),
                new ItemId(Sql.uuid(row, "item_id")),
                row.getInt("number"),
                ContentJson.STORED.read(row.getString("content")),
                levels(row.getArray("levels")),
                points(row.getArray("points")),
                Secrecy.valueOf(row.getString("secrecy")),
                new Origin(
                        row.getString("source"),
                        row.getString("permission"),
                        row.getString("edition"),
                        row.getString("credit")),
                row.getString("content_hash"),
                author == null ? null : new PersonId(author),
                row.getString("reason"),
                Sql.instant(row, "made_at"));
    }

    static java.util.Set<Level> levels(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).map(Level::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    static java.util.Set<PointId> points(Array array) throws SQLException {
        return Arrays.stream((UUID[]) array.getArray()).map(PointId::new).collect(Collectors.toUnmodifiableSet());
    }
}

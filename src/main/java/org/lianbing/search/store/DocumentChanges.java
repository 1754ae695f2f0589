package org.lianbing.search.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.Sql;

/**
 * The documents as somebody reads them who follows. A number alone would not do as a mark of how far one has come: a
 * transaction that drew a lower one may commit later. So the mark is a transaction id that all older transactions are
 * done before; what is newer and visible already is told again until the mark has passed it.
 */
@Repository
public class DocumentChanges {

    /** Which document. */
    public record Key(String collection, UUID id) {}

    /**
     * That a document was written or taken out.
     *
     * @param key which
     * @param number higher for a later change of the same document
     * @param removed whether it was taken out
     */
    public record Change(Key key, long number, boolean removed) {}

    /** A document with all that it is found by. */
    public record Stored(
            Key key,
            long number,
            String title,
            String body,
            String line,
            List<String> grams,
            Map<String, Set<String>> facets,
            String code,
            int difficulty) {}

    private record Row(Stored stored, List<Long> sets) {}

    private static final String SELECT = """
        select collection, id, number, title, body, line, grams, code, difficulty,
            array_remove(array[facet_set, author_set, point_set], null) as sets
        from search.document
        """;

    private final JdbcClient jdbc;
    private final FacetSets facetSets;

    DocumentChanges(JdbcClient jdbc, FacetSets facetSets) {
        this.jdbc = jdbc;
        this.facetSets = facetSets;
    }

    /** The mark of now: transactions before it are done. */
    public String horizon() {
        return jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text")
                .query(String.class)
                .single();
    }

    /** What transactions from the mark on have written, in no order. */
    public List<Change> since(String mark) {
        return jdbc.sql("""
            select collection, id, number, false as removed from search.document where xid >= :mark::xid8
            union all
            select collection, id, number, true as removed from search.removal where xid >= :mark::xid8
            """)
                .param("mark", mark)
                .query((row, index) -> new Change(key(row), row.getLong("number"), row.getBoolean("removed")))
                .list();
    }

    /** The documents as they are now; those that are gone are left out. */
    public List<Stored> read(Collection<Key> keys) {
        return stored(jdbc.sql(SELECT + """
            where (collection, id) in
                (select collection, id from unnest(:collections::text[], :ids::uuid[]) as key (collection, id))
            """)
                .param("collections", keys.stream().map(Key::collection).toArray(String[]::new))
                .param("ids", keys.stream().map(Key::id).toArray(UUID[]::new))
                .query(DocumentChanges::row)
                .list());
    }

    /** The next documents after one, in their order; null for the first. */
    public List<Stored> after(@Nullable Key last, int limit) {
        return stored(jdbc.sql(SELECT + """
            where (collection, id) > (:collection, :id::uuid) order by collection, id limit :limit
            """)
                .param("collection", last == null ? "" : last.collection())
                .param("id", last == null ? new UUID(0, 0) : last.id())
                .param("limit", limit)
                .query(DocumentChanges::row)
                .list());
    }

    /** How many there are. */
    public long count() {
        return jdbc.sql("select count(*) from search.document")
                .query(Long.class)
                .single();
    }

    private List<Stored> stored(List<Row> rows) {
        Set<Long> numbers = new HashSet<>();
        rows.forEach(row -> numbers.addAll(row.sets()));
        Map<Long, FacetSet> sets = facetSets.behind(numbers);
        List<Stored> stored = new ArrayList<>();
        for (Row row : rows) {
            row.sets()
                    .forEach(number -> row.stored()
                            .facets()
                            .putAll(sets.getOrDefault(number, new FacetSet(Map.of()))
                                    .values()));
            stored.add(row.stored());
        }
        return stored;
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        Stored stored = new Stored(
                key(row),
                row.getLong("number"),
                row.getString("title"),
                row.getString("body"),
                row.getString("line"),
                List.of((String[]) row.getArray("grams").getArray()),
                new HashMap<>(),
                row.getString("code"),
                row.getInt("difficulty"));
        return new Row(stored, List.of((Long[]) row.getArray("sets").getArray()));
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(row.getString("collection"), Sql.uuid(row, "id"));
    }
}

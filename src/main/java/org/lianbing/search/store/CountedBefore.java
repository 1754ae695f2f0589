package org.lianbing.search.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts facets, and keeps what was dear to count: the list as it opens, and words that stand in nearly every document.
 * What is kept is told again only while it is exact: it carries the snapshot it was counted in, and one look at the index
 * of changes says whether anything was written or taken out that this snapshot does not know.
 */
final class CountedBefore {

    /** Fewer documents are counted about as fast as they are looked up. */
    private static final int WORTH_KEEPING = 2_000;

    /** Of all that is kept, in groups of two dozen bytes. */
    private static final int MOST = 500_000;

    /** The words of a query, and a number or id that it names, in groups. */
    private static final int QUERY = 100;

    private static final int PARAMETER = 4;

    /** What nobody asks for any more is mostly what no longer holds. */
    private static final Duration UNASKED = Duration.ofMinutes(10);

    private record Asked(String sql, PostgresQueries.Selecting selecting) {}

    /**
     * @param settled whether nothing of a transaction that may yet be undone was counted
     */
    private record Counted(FacetEntries entries, String snapshot, boolean settled) {

        static Counted of(ResultSet row) throws SQLException {
            return new Counted(FacetEntries.of(row), row.getString("snapshot"), row.getBoolean("settled"));
        }

        boolean worthKeeping() {
            return settled && entries.total() >= WORTH_KEEPING;
        }
    }

    private final JdbcClient jdbc;
    private final Cache<Asked, Counted> kept = Caffeine.newBuilder()
            .maximumWeight(MOST)
            .weigher(CountedBefore::weight)
            .expireAfterAccess(UNASKED)
            .build();

    CountedBefore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static int weight(Asked asked, Counted counted) {
        return QUERY + PARAMETER * asked.selecting().size() + counted.entries().groups();
    }

    /** The facets of the documents, see {@link PostgresQueries#facets}. */
    FacetEntries read(PostgresQueries queries, Set<String> counted, String unfiltered) {
        Asked asked = new Asked(queries.facets(counted, unfiltered), queries.selecting());
        Counted before = kept.getIfPresent(asked);
        if (before != null && holds(asked.selecting().collection(), before.snapshot())) {
            return before.entries();
        }
        Counted now = jdbc.sql(asked.sql())
                .params(queries.parameters())
                .query((row, index) -> Counted.of(row))
                .single();
        if (now.worthKeeping()) {
            kept.put(asked, now);
        } else {
            kept.invalidate(asked);
        }
        return now.entries();
    }

    private boolean holds(String collection, String snapshot) {
        return jdbc.sql("""
            with changed as (
                select xid, collection from search.document
                union all select xid, collection from search.removal
            )
            select not exists (select from changed where xid >= pg_snapshot_xmin(:then::pg_snapshot)
                and not pg_visible_in_snapshot(xid, :then::pg_snapshot) and collection = :collection)
            """)
                .param("then", snapshot)
                .param("collection", collection)
                .query(Boolean.class)
                .single();
    }
}

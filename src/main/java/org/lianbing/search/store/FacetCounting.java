package org.lianbing.search.store;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.lianbing.search.SearchDocument;

/**
 * The SQL that reads the facets of documents in one pass. The answer is one row of arrays, which are much cheaper to fetch
 * than rows: for each entry its facets of few values, those of many, and how many documents it stands for.
 *
 * @param matching which documents
 * @param grouped whether documents with the same facets are one entry. In a small bank adding them up is done sooner
 *     outside the database; in a large one it would be too much to carry there
 * @param hidesSome whether some documents are not to be found. They are taken off by entries of their own, so that the
 *     pass need not look at ids and an index is enough
 */
record FacetCounting(String matching, boolean grouped, boolean hidesSome) {

    private static final int WIDE = SearchDocument.WIDE.size();

    private static String each(String form) {
        return IntStream.rangeClosed(1, WIDE).mapToObj(form::formatted).collect(Collectors.joining());
    }

    /** For the facets of few values, and for those of many if asked for. */
    String sql(boolean withWide) {
        // Numbers are grouped by in half the time of an array of them.
        String read = "facet_set" + (withWide ? each(", wide[%1$d] as wide_%1$d") : "");
        String by = "facet_set" + (withWide ? each(", wide_%1$d") : "");
        return """
            with counted as (
                select %1$s, %2$s as documents from search.document where %3$s %4$s
                %5$s
            )
            select coalesce(array_agg(facet_set), '{}') as facet_set, %6$s
                coalesce(array_agg(documents), '{}') as documents,
                (select reltuples::bigint from pg_class where oid = 'search.document'::regclass) as estimate
            from counted
            """.formatted(
                        read,
                        grouped ? "count(*)::int" : "1",
                        matching,
                        grouped ? "group by " + by : "",
                        hidden(read),
                        withWide ? each("coalesce(array_agg(wide_%1$d), '{}') as wide_%1$d, ") : "");
    }

    private String hidden(String read) {
        return hidesSome
                ? "union all select " + read + ", -1 from search.document where " + matching + " and id = any(:without)"
                : "";
    }
}

package org.lianbing.search.store;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.lianbing.search.SearchDocument;

/**
 * The SQL that counts documents by their facets in one pass, in which all documents with the same facets are counted as
 * one. The answer is one row of arrays, which are much cheaper to fetch than rows.
 *
 * @param matching which documents
 * @param fewFilters further, for the counts of the facets of many values
 * @param hidesSome whether some documents are not to be found. They are taken off afterwards, so that the pass need not
 *     look at ids and an index is enough
 */
record FacetCounting(String matching, String fewFilters, boolean hidesSome) {

    private static final String NOTHING = "select 0::bigint as number, 0::bigint as documents where false";
    private static final String WIDE_ONES = each("wide_%1$d");
    /** Numbers are grouped by in half the time of an array of them. */
    private static final String WIDE_FROM_ARRAY = each("wide[%1$d] as wide_%1$d");

    private static String each(String form) {
        return IntStream.rangeClosed(1, SearchDocument.WIDE.size())
                .mapToObj(form::formatted)
                .collect(Collectors.joining(", "));
    }

    /** For the facets of few values, and for those of many if asked for. */
    String sql(boolean withWide) {
        String kept = withWide ? "facet_set, " + WIDE_ONES : "facet_set";
        String read = withWide ? "facet_set, " + WIDE_FROM_ARRAY : "facet_set";
        return """
            with counted as materialized (
                select %1$s, count(*)::int as documents from search.document where %3$s group by %2$s
                %4$s
            ), few as (
                select facet_set as number, sum(documents) as documents from counted
                group by facet_set having sum(documents) > 0
            ), wide as (
                %5$s
            )
            select %6$s, %7$s,
                (select reltuples::bigint from pg_class where oid = 'search.document'::regclass) as estimate
            """.formatted(
                        read, kept, matching, hidden(read), withWide ? wide() : NOTHING, arrays("few"), arrays("wide"));
    }

    private String hidden(String read) {
        return hidesSome
                ? "union all select " + read + ", -1 from search.document where " + matching + " and id = any(:without)"
                : "";
    }

    private String wide() {
        return """
            select one as number, sum(documents) as documents from counted, unnest(array[%s]) as one
            where one is not null %s group by one having sum(documents) > 0
            """.formatted(WIDE_ONES, fewFilters);
    }

    private static String arrays(String counts) {
        return """
            (select coalesce(array_agg(number), '{}') from %1$s) as %1$s_numbers,
            (select coalesce(array_agg(documents), '{}') from %1$s) as %1$s_documents""".formatted(counts);
    }
}

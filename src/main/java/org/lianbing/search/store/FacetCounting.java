package org.lianbing.search.store;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The SQL that counts the facets of documents in one pass. Of the facets of many values each is counted by itself, beside
 * those of few, under whose filters it stands: all of them together would make nearly every document a group of its own.
 * The answer is one row of arrays, which are much cheaper to fetch than rows.
 *
 * @param matching which documents
 * @param wide the facets of many values to count
 * @param hidesSome whether some documents are not to be found. They are counted once more and taken off, so that the
 *     pass need not look at ids and an index is enough
 */
record FacetCounting(String matching, List<String> wide, boolean hidesSome) {

    FacetCounting {
        wide = List.copyOf(wide);
    }

    /** The column with the number that stands for what a document has of a facet of many values. */
    static String column(String facet) {
        return facet + "_set";
    }

    String sql() {
        return """
            with counted as (
            %s%s)
            select coalesce(array_agg(facet_set), '{}') as few, coalesce(array_agg(wide), '{}') as wide,
                coalesce(array_agg(way), '{}') as way, coalesce(array_agg(documents), '{}') as documents,
                (select reltuples::bigint from pg_class where oid = 'search.document'::regclass) as estimate,
                pg_current_snapshot()::text as snapshot, pg_current_xact_id_if_assigned() is null as settled
            from counted
            """.formatted(counted("count(*)", ""), hidesSome ? "union all\n" + hidden() : "");
    }

    private String hidden() {
        return counted("-count(*)", " and id = any(:without)");
    }

    private String counted(String documents, String also) {
        String columns = wide.stream().map(FacetCounting::column).collect(Collectors.joining(", "));
        String one = wide.isEmpty() ? "null::bigint" : "coalesce(" + columns + ")";
        String way = wide.isEmpty() ? "0" : "grouping(" + columns + ")";
        return """
            select facet_set, %s as wide, %s as way, %s::int as documents
            from search.document where %s%s group by %s
            """.formatted(one, way, documents, matching, also, groups());
    }

    private String groups() {
        return wide.isEmpty()
                ? "facet_set"
                : wide.stream()
                        .map(facet -> "(facet_set, " + column(facet) + ")")
                        .collect(Collectors.joining(", ", "grouping sets (", ")"));
    }
}

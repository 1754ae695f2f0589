package org.lianbing.search.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.lianbing.base.Sql;
import org.lianbing.search.FacetCount;
import org.lianbing.search.Highlighter;
import org.lianbing.search.SearchDocument;
import org.lianbing.search.SearchHit;
import org.lianbing.search.SearchHits;
import org.lianbing.search.SearchHits.Engine;
import org.lianbing.search.SearchQuery;

/**
 * One search: first one pass that counts documents by their facets of few values, which gives the total, those counts
 * and what passes the filters; then one that counts the facets of many values, if asked for; then the page.
 */
final class PostgresSearch {

    private final JdbcClient jdbc;
    private final FacetSets facetSets;
    private final SearchQuery query;
    private final PostgresQueries sql;
    private final Set<String> countedFew = new HashSet<>();
    private final Set<String> countedWide = new HashSet<>();
    private final Map<String, Set<String>> fewFilters = new HashMap<>();
    private long estimate;

    PostgresSearch(JdbcClient jdbc, FacetSets facetSets, SearchQuery query) {
        this.jdbc = jdbc;
        this.facetSets = facetSets;
        this.query = query;
        query.counted().forEach(facet -> (wide(facet) ? countedWide : countedFew).add(facet));
        Map<String, Long[]> wide = new LinkedHashMap<>();
        query.filters().forEach((facet, values) -> {
            if (wide(facet)) {
                wide.put(facet, facetSets.having(facet, values));
            } else {
                fewFilters.put(facet, values);
            }
        });
        this.sql = new PostgresQueries(query, wide);
    }

    private static boolean wide(String facet) {
        return SearchDocument.WIDE.contains(facet);
    }

    SearchHits find() {
        if (sql.hopeless()) {
            FacetTally nothing = new FacetTally(Map.of(), query.counted());
            return new SearchHits(0, List.of(), nothing.counts(), Engine.POSTGRESQL, false);
        }
        FacetTally few = new FacetTally(fewFilters, countedFew);
        sql.among(passing(few));
        Map<String, List<FacetCount>> facets = new HashMap<>(few.counts());
        facets.putAll(wideCounts(few.total()));
        return new SearchHits(few.total(), page(few.total()), facets, Engine.POSTGRESQL, false);
    }

    /** Counts the facets of few values; the sets that pass their filters, null where all do. */
    private Long @Nullable [] passing(FacetTally tally) {
        Map<Long, Long> counts = counts(sql.fewCounts());
        sql.seen(counts.values().stream().mapToLong(Long::longValue).sum(), estimate, false);
        Map<Long, FacetSet> behind = facetSets.behind(counts.keySet());
        List<Long> passing = new ArrayList<>();
        counts.forEach((number, documents) -> {
            FacetSet set = behind.get(number);
            if (set != null && tally.take(set, documents)) {
                passing.add(number);
            }
        });
        return passing.size() == counts.size() ? null : passing.toArray(Long[]::new);
    }

    /** One pass for all of them, and one for each that is filtered itself. */
    private Map<String, List<FacetCount>> wideCounts(long total) {
        Map<String, List<FacetCount>> all = new HashMap<>();
        Set<String> together = new HashSet<>(countedWide);
        together.removeAll(query.filters().keySet());
        if (!together.isEmpty()) {
            all.putAll(total == 0 ? new FacetTally(Map.of(), together).counts() : wideCounts("", together));
        }
        countedWide.stream()
                .filter(query.filters()::containsKey)
                .forEach(facet -> all.putAll(wideCounts(facet, Set.of(facet))));
        return all;
    }

    private Map<String, List<FacetCount>> wideCounts(String unfiltered, Set<String> counted) {
        Map<Long, Long> counts = counts(sql.wideCounts(unfiltered));
        FacetTally tally = new FacetTally(Map.of(), counted);
        Map<Long, FacetSet> behind = facetSets.behind(counts.keySet());
        behind.forEach((number, set) -> tally.take(set, counts.getOrDefault(number, 0L)));
        return tally.counts();
    }

    private Map<Long, Long> counts(String statement) {
        return jdbc.sql(statement)
                .params(sql.parameters())
                .query((row, index) -> {
                    Long[] numbers = (Long[]) row.getArray("numbers").getArray();
                    Long[] documents = (Long[]) row.getArray("counts").getArray();
                    estimate = row.getLong("estimate");
                    Map<Long, Long> counts = HashMap.newHashMap(numbers.length);
                    for (int i = 0; i < numbers.length; i++) {
                        counts.put(numbers[i], documents[i]);
                    }
                    return counts;
                })
                .single();
    }

    private List<SearchHit> page(long total) {
        if (total <= query.page().offset()) {
            return List.of();
        }
        if (sql.wantsTitles()) {
            long titles = jdbc.sql(sql.titles())
                    .params(sql.parameters())
                    .query(Long.class)
                    .single();
            sql.seen(titles, estimate, true);
        }
        Highlighter highlighter = new Highlighter(query.text());
        return jdbc.sql(sql.page())
                .params(sql.parameters())
                .query((row, number) -> hit(row, highlighter))
                .list();
    }

    private static SearchHit hit(ResultSet row, Highlighter highlighter) throws SQLException {
        return SearchHit.of(Sql.uuid(row, "id"), row.getString("title"), row.getString("body"), highlighter);
    }
}

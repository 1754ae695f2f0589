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
 * One search: first one pass that counts documents by their facets, which gives the total, the counts and what passes
 * the filters; one more for each facet of many values that is filtered itself; then the page.
 */
final class PostgresSearch {

    /** How many documents have which facets of few and of many values. */
    private record Counted(Map<Long, Long> few, Map<Long, Long> wide) {}

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
        Set<String> together = new HashSet<>(countedWide);
        together.removeAll(query.filters().keySet());
        Counted counted = counted(!together.isEmpty(), "");
        FacetTally few = new FacetTally(fewFilters, countedFew);
        sql.among(passing(few, counted));
        Map<String, List<FacetCount>> facets = new HashMap<>(few.counts());
        facets.putAll(tally(counted.wide(), together));
        countedWide.stream()
                .filter(query.filters()::containsKey)
                .forEach(facet -> facets.putAll(tally(counted(true, facet).wide(), Set.of(facet))));
        return new SearchHits(few.total(), page(few.total()), facets, Engine.POSTGRESQL, false);
    }

    /** Counts the facets of few values; the sets that pass their filters, null where all do. */
    private Long @Nullable [] passing(FacetTally tally, Counted counted) {
        Map<Long, Long> counts = counted.few();
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

    private Map<String, List<FacetCount>> tally(Map<Long, Long> counts, Set<String> facets) {
        FacetTally tally = new FacetTally(Map.of(), facets);
        facetSets.behind(counts.keySet()).forEach((number, set) -> tally.take(set, counts.getOrDefault(number, 0L)));
        return tally.counts();
    }

    private Counted counted(boolean withWide, String unfiltered) {
        return jdbc.sql(sql.counts(withWide, unfiltered))
                .params(sql.parameters())
                .query((row, index) -> {
                    estimate = row.getLong("estimate");
                    return new Counted(counts(row, "few"), counts(row, "wide"));
                })
                .single();
    }

    private static Map<Long, Long> counts(ResultSet row, String name) throws SQLException {
        Long[] numbers = (Long[]) row.getArray(name + "_numbers").getArray();
        Long[] documents = (Long[]) row.getArray(name + "_documents").getArray();
        Map<Long, Long> counts = HashMap.newHashMap(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            counts.put(numbers[i], documents[i]);
        }
        return counts;
    }

    private List<SearchHit> page(long total) {
        if (total <= query.page().offset()) {
            return List.of();
        }
        if (sql.wantsTitles()) {
            long titles = jdbc.sql(sql.titles(estimate))
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

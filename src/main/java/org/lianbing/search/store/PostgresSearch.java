package org.lianbing.search.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

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
 * One search: first one pass that reads the facets of documents, which gives the total, the counts and what passes
 * the filters; one more for each facet of many values that is filtered itself; then the page.
 */
final class PostgresSearch {

    private final JdbcClient jdbc;
    private final FacetSets facetSets;
    private final CountedBefore counting;
    private final SearchQuery query;
    private final PostgresQueries sql;
    private final Set<String> countedFew = new HashSet<>();
    private final Set<String> countedWide = new HashSet<>();
    private final Map<String, Set<String>> fewFilters = new HashMap<>();
    private final AtomicLong size;

    /**
     * @param size about how many documents there are, as the last search saw it
     */
    PostgresSearch(JdbcClient jdbc, FacetSets facetSets, CountedBefore counting, AtomicLong size, SearchQuery query) {
        this.size = size;
        this.jdbc = jdbc;
        this.facetSets = facetSets;
        this.counting = counting;
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
        Set<String> together = new TreeSet<>(countedWide);
        together.removeAll(query.filters().keySet());
        FacetEntries entries = read(together, "");
        FacetTally few = new FacetTally(fewFilters, countedFew);
        Map<Long, Long> counts = entries.byFew();
        sql.seen(counts.values().stream().mapToLong(Long::longValue).sum(), size.get(), false);
        Set<Long> passing = passing(few, counts);
        sql.among(passing.size() == counts.size() ? null : passing.toArray(Long[]::new));
        Map<String, List<FacetCount>> facets = new HashMap<>(few.counts());
        facets.putAll(tally(entries.byWide(passing), together));
        countedWide.stream().filter(query.filters()::containsKey).forEach(facet -> facets.putAll(without(facet)));
        return new SearchHits(few.total(), page(few.total()), facets, Engine.POSTGRESQL, false);
    }

    /** The counts of a facet of many values under all filters but its own. */
    private Map<String, List<FacetCount>> without(String facet) {
        FacetEntries entries = read(Set.of(facet), facet);
        Set<Long> passing = passing(new FacetTally(fewFilters, Set.of()), entries.byFew());
        return tally(entries.byWide(passing), Set.of(facet));
    }

    /** Counts the facets of few values; the sets that pass their filters. */
    private Set<Long> passing(FacetTally tally, Map<Long, Long> counts) {
        Map<Long, FacetSet> behind = facetSets.behind(counts.keySet());
        Set<Long> passing = new HashSet<>();
        counts.forEach((number, documents) -> {
            FacetSet set = behind.get(number);
            if (set != null && tally.take(set, documents)) {
                passing.add(number);
            }
        });
        return passing;
    }

    private Map<String, List<FacetCount>> tally(Map<Long, Long> counts, Set<String> facets) {
        FacetTally tally = new FacetTally(Map.of(), facets);
        facetSets.behind(counts.keySet()).forEach((number, set) -> tally.take(set, counts.getOrDefault(number, 0L)));
        return tally.counts();
    }

    private FacetEntries read(Set<String> wide, String unfiltered) {
        FacetEntries entries = counting.read(sql, wide, unfiltered);
        size.set(entries.estimate());
        return entries;
    }

    private List<SearchHit> page(long total) {
        if (total <= query.page().offset()) {
            return List.of();
        }
        sql.passed(total, size.get());
        if (sql.wantsTitles()) {
            long titles = jdbc.sql(sql.titles(size.get()))
                    .params(sql.parameters())
                    .query(Long.class)
                    .single();
            sql.seen(titles, size.get(), true);
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

package org.lianbing.search.store;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.lianbing.search.FacetCount;
import org.lianbing.search.SearchHits;

/**
 * Counts the values of facets, each facet under the filters of all others: what one would get by choosing another value
 * of it. Fed with sets of facets and how many documents have them, so one pass over the documents is enough.
 */
final class FacetTally {

    private final Map<String, Set<String>> filters;
    private final Map<String, Map<String, Long>> counts = new HashMap<>();
    private long total;

    /**
     * For these facets, and such filters on them as the documents that are taken have not passed yet.
     */
    FacetTally(Map<String, Set<String>> filters, Set<String> counted) {
        this.filters = filters;
        counted.forEach(facet -> counts.put(facet, new HashMap<>()));
    }

    /** Takes so many documents with these facets; whether they pass all filters. */
    boolean take(FacetSet set, long documents) {
        String failing = "";
        int failures = 0;
        for (Map.Entry<String, Set<String>> filter : filters.entrySet()) {
            if (Collections.disjoint(set.of(filter.getKey()), filter.getValue())) {
                failing = filter.getKey();
                failures++;
            }
        }
        if (failures == 0) {
            total += documents;
            counts.forEach((facet, values) -> count(set, facet, values, documents));
        } else if (failures == 1 && counts.containsKey(failing)) {
            count(set, failing, counts.get(failing), documents);
        }
        return failures == 0;
    }

    private static void count(FacetSet set, String facet, Map<String, Long> values, long documents) {
        for (String value : set.of(facet)) {
            values.merge(value, documents, Long::sum);
        }
    }

    long total() {
        return total;
    }

    /** The most frequent values first, equals by name. */
    Map<String, List<FacetCount>> counts() {
        Map<String, List<FacetCount>> sorted = new HashMap<>();
        counts.forEach((facet, values) -> sorted.put(
                facet,
                values.entrySet().stream()
                        .map(entry -> new FacetCount(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparingLong(FacetCount::count)
                                .reversed()
                                .thenComparing(FacetCount::value))
                        .limit(SearchHits.MOST_VALUES)
                        .toList()));
        return sorted;
    }
}

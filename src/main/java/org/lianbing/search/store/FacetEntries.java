package org.lianbing.search.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.lianbing.search.SearchDocument;

/**
 * What {@link FacetCounting} read: parallel arrays, an entry in each place.
 *
 * @param few the number of its facets of few values
 * @param wide of each facet of many values, its number there or null; empty where not asked for
 * @param documents how many documents it stands for; those to be taken off again are negative
 * @param estimate about how many documents there are in all
 */
record FacetEntries(Long[] few, List<@Nullable Long[]> wide, Integer[] documents, long estimate) {

    static FacetEntries of(ResultSet row, boolean withWide) throws SQLException {
        List<@Nullable Long[]> wide = new ArrayList<>();
        for (int n = 1; withWide && n <= SearchDocument.WIDE.size(); n++) {
            wide.add((Long[]) row.getArray("wide_" + n).getArray());
        }
        return new FacetEntries(
                (Long[]) row.getArray("facet_set").getArray(),
                wide,
                (Integer[]) row.getArray("documents").getArray(),
                row.getLong("estimate"));
    }

    /** How many documents have which facets of few values. */
    Map<Long, Long> byFew() {
        Map<Long, Long> counts = new HashMap<>();
        for (int n = 0; n < few.length; n++) {
            counts.merge(few[n], (long) documents[n], Long::sum);
        }
        counts.values().removeIf(count -> count <= 0);
        return counts;
    }

    /** How many of the documents with one of these sets of few-valued facets have which facets of many values. */
    Map<Long, Long> byWide(Set<Long> passing) {
        Map<Long, Long> counts = new HashMap<>();
        for (@Nullable Long[] numbers : wide) {
            for (int n = 0; n < few.length; n++) {
                Long number = numbers[n];
                if (number != null && passing.contains(few[n])) {
                    counts.merge(number, (long) documents[n], Long::sum);
                }
            }
        }
        counts.values().removeIf(count -> count <= 0);
        return counts;
    }
}

package org.lianbing.search.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What {@link FacetCounting} read: parallel arrays, a group of documents in each place.
 *
 * @param few the number of its facets of few values
 * @param wide the number of one facet of many values, or null where they have none
 * @param ways by which facet of many values it is a group: each way all documents are in one
 * @param documents how many; those to be taken off again are negative
 * @param estimate about how many documents there are in all
 */
record FacetEntries(Long[] few, @Nullable Long[] wide, Integer[] ways, Integer[] documents, long estimate) {

    static FacetEntries of(ResultSet row) throws SQLException {
        return new FacetEntries(
                (Long[]) row.getArray("few").getArray(),
                (Long[]) row.getArray("wide").getArray(),
                (Integer[]) row.getArray("way").getArray(),
                (Integer[]) row.getArray("documents").getArray(),
                row.getLong("estimate"));
    }

    /** How many documents have which facets of few values. */
    Map<Long, Long> byFew() {
        Map<Long, Long> counts = new HashMap<>();
        for (int n = 0; n < few.length; n++) {
            if (ways[n].equals(ways[0])) {
                counts.merge(few[n], (long) documents[n], Long::sum);
            }
        }
        counts.values().removeIf(count -> count <= 0);
        return counts;
    }

    /** How many of the documents with one of these sets of few-valued facets have which facets of many values. */
    Map<Long, Long> byWide(Set<Long> passing) {
        Map<Long, Long> counts = new HashMap<>();
        for (int n = 0; n < few.length; n++) {
            Long number = wide[n];
            if (number != null && passing.contains(few[n])) {
                counts.merge(number, (long) documents[n], Long::sum);
            }
        }
        counts.values().removeIf(count -> count <= 0);
        return counts;
    }
}

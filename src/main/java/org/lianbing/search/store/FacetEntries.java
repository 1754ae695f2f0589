package org.lianbing.search.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What {@link FacetCounting} read: parallel arrays, a group of documents in each place.
 *
 * @param few the number of its facets of few values
 * @param wide the number of one facet of many values, or {@link #NONE}
 * @param ways by which facet of many values it is a group: each way all documents are in one
 * @param documents how many; those to be taken off again are negative
 * @param estimate about how many documents there are in all
 */
record FacetEntries(long[] few, long[] wide, int[] ways, int[] documents, long estimate) {

    /** Where documents have nothing of a facet: no hash is this. */
    private static final long NONE = 0;

    static FacetEntries of(ResultSet row) throws SQLException {
        return new FacetEntries(
                longs(row, "few"),
                longs(row, "wide"),
                ints(row, "way"),
                ints(row, "documents"),
                row.getLong("estimate"));
    }

    private static long[] longs(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Long[]) row.getArray(column).getArray())
                .mapToLong(number -> number == null ? NONE : number)
                .toArray();
    }

    private static int[] ints(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Integer[]) row.getArray(column).getArray())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    int groups() {
        return few.length;
    }

    /** How many documents there are. */
    long total() {
        long total = 0;
        for (int n = 0; n < few.length; n++) {
            if (ways[n] == ways[0]) {
                total += documents[n];
            }
        }
        return total;
    }

    /** How many documents have which facets of few values. */
    Map<Long, Long> byFew() {
        Map<Long, Long> counts = new HashMap<>();
        for (int n = 0; n < few.length; n++) {
            if (ways[n] == ways[0]) {
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
            if (wide[n] != NONE && passing.contains(few[n])) {
                counts.merge(wide[n], (long) documents[n], Long::sum);
            }
        }
        counts.values().removeIf(count -> count <= 0);
        return counts;
    }
}

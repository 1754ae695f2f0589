package org.lianbing.search.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import org.lianbing.search.SearchDocument;

/**
 * The table {@code search.facet_set}: which facets stand behind the numbers that documents carry for them. A number never
 * changes its meaning, so memory is never wrong about it.
 */
@Component
class FacetSets {

    /**
     * The numbers of one document.
     *
     * @param all sets by number, to be stored
     * @param few of all facets of few values
     * @param wide of each facet of many values that it has
     */
    record Numbers(Map<Long, String[]> all, long few, Map<String, Long> wide) {}

    private static final long MOST = 200_000;

    private final NamedParameterJdbcOperations jdbc;
    private final Cache<Long, FacetSet> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    FacetSets(NamedParameterJdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** The numbers for these facets. */
    static Numbers numbers(Map<String, Set<String>> facets) {
        Map<Long, String[]> all = new HashMap<>();
        Map<String, Set<String>> few = new TreeMap<>(facets);
        few.keySet().removeAll(SearchDocument.WIDE);
        long number = number(few, all);
        Map<String, Long> wide = new HashMap<>();
        for (String facet : SearchDocument.WIDE) {
            Set<String> values = facets.getOrDefault(facet, Set.of());
            if (!values.isEmpty()) {
                wide.put(facet, number(Map.of(facet, values), all));
            }
        }
        return new Numbers(all, number, wide);
    }

    /** The first 64 bits of SHA-256, which no two sets of a bank share by chance. */
    private static long number(Map<String, Set<String>> facets, Map<Long, String[]> all) {
        TreeSet<String> flat = new TreeSet<>();
        facets.forEach((key, values) -> values.forEach(value -> flat.add(key + ":" + value)));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long number = ByteBuffer.wrap(digest.digest(String.join("\n", flat).getBytes(StandardCharsets.UTF_8)))
                    .getLong();
            all.put(number, flat.toArray(String[]::new));
            return number;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stores the sets that are not there yet, in the running transaction. */
    void store(Collection<Numbers> documents) {
        Map<Long, String[]> unknown = new TreeMap<>();
        documents.forEach(one -> unknown.putAll(one.all()));
        unknown.keySet().removeIf(number -> known.getIfPresent(number) != null);
        jdbc.batchUpdate(
                """
                insert into search.facet_set (number, facets)
                select :number, :facets
                where not exists (select 1 from search.facet_set where number = :number)
                """,
                unknown.entrySet().stream()
                        .map(set ->
                                new MapSqlParameterSource("number", set.getKey()).addValue("facets", set.getValue()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** What stands behind these numbers. */
    Map<Long, FacetSet> behind(Collection<Long> numbers) {
        Map<Long, FacetSet> found = new HashMap<>(known.getAllPresent(numbers));
        Long[] missing =
                numbers.stream().filter(number -> !found.containsKey(number)).toArray(Long[]::new);
        if (missing.length > 0) {
            Map<Long, FacetSet> read = new HashMap<>();
            jdbc.query(
                    "select number, facets from search.facet_set where number = any(:missing)",
                    Map.of("missing", missing),
                    row -> {
                        read.put(row.getLong("number"), FacetSet.of(strings(row.getArray("facets"))));
                    });
            found.putAll(read);
            if (!writing()) {
                known.putAll(read);
            }
        }
        return found;
    }

    /** Whether what is read may be undone: then nobody else may take it for stored. */
    private static boolean writing() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }

    /** The numbers of sets that have one of these values of a facet. */
    Long[] having(String facet, Set<String> values) {
        String[] wanted = values.stream().map(value -> facet + ":" + value).toArray(String[]::new);
        return jdbc.queryForList(
                        "select distinct number from search.facet_set where facets && :wanted::text[]",
                        Map.of("wanted", wanted),
                        Long.class)
                .toArray(Long[]::new);
    }

    private static String[] strings(java.sql.Array array) throws SQLException {
        return (String[]) array.getArray();
    }
}

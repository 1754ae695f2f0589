package org.lianbing.search.store;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The facets that some documents share.
 *
 * @param values of each facet
 */
record FacetSet(Map<String, Set<String>> values) {

    static FacetSet of(String[] flat) {
        return new FacetSet(Stream.of(flat)
                .collect(Collectors.groupingBy(
                        one -> one.substring(0, one.indexOf(':')),
                        Collectors.mapping(
                                one -> one.substring(one.indexOf(':') + 1), Collectors.toUnmodifiableSet()))));
    }

    Set<String> of(String facet) {
        return values.getOrDefault(facet, Set.of());
    }
}

package org.lianbing.search;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.lianbing.base.PageOf;

/**
 * What is looked for.
 *
 * @param collection the kind of thing
 * @param text words, one Chinese character is enough; blank for everything
 * @param filters for each facet named, one of the values must be there
 * @param without documents that must not be found, counted or told of; at most some thousands
 * @param counted facets whose values are to be counted, each under the filters of all others
 * @param order of the hits
 * @param page which of the hits
 */
public record SearchQuery(
        String collection,
        String text,
        Map<String, Set<String>> filters,
        Set<UUID> without,
        Set<String> counted,
        SearchOrder order,
        PageOf page) {

    public SearchQuery {
        filters = Map.copyOf(filters);
        without = Set.copyOf(without);
        counted = Set.copyOf(counted);
    }

    /** Best first, nothing counted. */
    public SearchQuery(String collection, String text, Map<String, Set<String>> filters, PageOf page) {
        this(collection, text, filters, Set.of(), Set.of(), SearchOrder.BEST, page);
    }
}

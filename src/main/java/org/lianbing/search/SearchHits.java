package org.lianbing.search;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What was found.
 *
 * @param total how many documents match
 * @param hits those of the page
 * @param facets for each facet asked for its values, the most frequent first, at most {@link #MOST_VALUES}
 * @param engine who answered
 * @param fallback whether another should have answered, but could not
 */
public record SearchHits(
        long total, List<SearchHit> hits, Map<String, List<FacetCount>> facets, Engine engine, boolean fallback) {

    /** So many values of a facet at most. */
    public static final int MOST_VALUES = 100;

    /** Who answers. */
    public enum Engine {
        POSTGRESQL,
        ELASTICSEARCH
    }

    public SearchHits {
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
    }

    /** The documents of the page. */
    public List<UUID> ids() {
        return hits.stream().map(SearchHit::id).toList();
    }

    /** The same, answered in another's place. */
    public SearchHits inPlace() {
        return new SearchHits(total, hits, facets, engine, true);
    }
}

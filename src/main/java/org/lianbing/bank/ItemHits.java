package org.lianbing.bank;

import java.util.List;
import java.util.Map;

import org.lianbing.search.FacetCount;
import org.lianbing.search.Marked;
import org.lianbing.search.SearchHits.Engine;

/**
 * Items that were found.
 *
 * @param hits those of the page
 * @param total how many there are on all pages
 * @param facets the values of each facet with how many items one would get by choosing it, the most frequent first
 * @param engine who answered
 * @param fallback whether another should have answered, but could not
 * @param waiting how many items of the whole bank are so new that no search finds them yet
 */
public record ItemHits(
        List<Hit> hits,
        long total,
        Map<ItemFacet, List<FacetCount>> facets,
        Engine engine,
        boolean fallback,
        int waiting) {

    /**
     * One of them.
     *
     * @param item with its keys
     * @param stem as plain text, marked where it has what was looked for
     * @param elsewhere a piece of the other text around what was looked for; empty where the stem has it
     */
    public record Hit(Item item, Marked stem, Marked elsewhere) {}
}

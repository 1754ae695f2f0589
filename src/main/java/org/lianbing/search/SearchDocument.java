package org.lianbing.search;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A document to be found.
 *
 * @param collection what kind of thing it is, such as {@code item}
 * @param id which one, within its kind; a later one is newer
 * @param title weighs more than the text, and is shown whole
 * @param text what else it is found by
 * @param facets values to narrow by, such as {@code trade} or {@code state}
 * @param code to sort by; may be empty
 * @param difficulty to sort by; 0 where there is none
 */
public record SearchDocument(
        String collection,
        UUID id,
        String title,
        String text,
        Map<String, Set<String>> facets,
        String code,
        int difficulty) {

    /**
     * The facets of many values. Of all others together there are few combinations, by which documents are counted.
     */
    public static final Set<String> WIDE = Set.of("point", "author");

    /** A document without code and difficulty. */
    public SearchDocument(String collection, UUID id, String title, String text, Map<String, Set<String>> facets) {
        this(collection, id, title, text, facets, "", 0);
    }
}

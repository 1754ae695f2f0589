package org.lianbing.search;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A document to be found.
 *
 * @param collection what kind of thing it is, such as {@code item}
 * @param id which one, within its kind
 * @param title weighs more than the text
 * @param text what it is found by
 * @param facets values to narrow by, such as {@code trade} or {@code state}
 */
public record SearchDocument(String collection, UUID id, String title, String text, Map<String, Set<String>> facets) {}

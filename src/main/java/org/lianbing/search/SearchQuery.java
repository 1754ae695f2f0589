package org.lianbing.search;

import java.util.Map;
import java.util.Set;

import org.lianbing.base.PageOf;

/**
 * What is looked for.
 *
 * @param collection the kind of thing
 * @param text words, two Chinese characters are enough; blank for everything
 * @param filters for each facet named, one of the values must be there
 * @param page which of the hits
 */
public record SearchQuery(String collection, String text, Map<String, Set<String>> filters, PageOf page) {}

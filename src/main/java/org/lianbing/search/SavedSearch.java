package org.lianbing.search;

/**
 * A search that a person gave a name, to find it again.
 *
 * @param id which
 * @param name as the person calls it
 * @param selection text and filters as the query part of the list's address
 */
public record SavedSearch(SavedSearchId id, String name, String selection) {}

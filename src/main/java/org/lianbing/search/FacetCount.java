package org.lianbing.search;

/**
 * How many documents have a value.
 *
 * @param value of the facet
 * @param count documents that have it
 */
public record FacetCount(String value, long count) {}

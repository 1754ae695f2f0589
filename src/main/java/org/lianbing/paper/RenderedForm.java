package org.lianbing.paper;

/**
 * A form as candidates get it: JSON without keys, rendered once.
 *
 * @param gzip the compressed bytes
 * @param etag its name for caches
 */
public record RenderedForm(byte[] gzip, String etag) {}

package org.lianbing.media;

/**
 * A stored file.
 *
 * @param id its content's hash
 * @param contentType such as {@code image/svg+xml}
 * @param bytes the content
 */
public record MediaFile(MediaId id, String contentType, byte[] bytes) {}

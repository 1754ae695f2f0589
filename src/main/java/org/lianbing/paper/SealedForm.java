package org.lianbing.paper;

/**
 * A form as candidates fetch it before the start: nonce (12 bytes), then the compressed JSON under AES-256-GCM with its
 * tag. Without the key it tells no more than its length.
 *
 * @param bytes what is sent
 * @param etag its name for caches
 */
public record SealedForm(byte[] bytes, String etag) {}

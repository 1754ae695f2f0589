package org.lianbing.paper;

/**
 * What a form is sealed with. It seals one text only, the form's, which never changes; so the nonce is never used twice.
 *
 * @param key 32 random bytes
 * @param nonce 12 random bytes
 */
public record FormSeal(byte[] key, byte[] nonce) {}

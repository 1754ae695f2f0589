package org.lianbing.exam;

import org.jspecify.annotations.Nullable;

/**
 * How a request comes, as far as the access rules of an exam look at it.
 *
 * @param site the public address of the server, without a slash at its end
 * @param address of the client, behind the site's own proxies
 * @param request hashes that came in the headers of Safe Exam Browser, over the address of the request
 * @param page hashes that the page got from Safe Exam Browser, over its own address
 */
public record Approach(String site, String address, Proof request, Proof page) {

    /**
     * Hashes over an address and a key.
     *
     * @param url which address, without its fragment
     * @param configHash SHA-256 of address and Config Key, hexadecimal; null for none
     * @param examHash the same of address and Browser Exam Key; null for none
     */
    public record Proof(
            @Nullable String url,
            @Nullable String configHash,
            @Nullable String examHash) {

        /** Nothing. */
        public static final Proof NONE = new Proof(null, null, null);
    }
}

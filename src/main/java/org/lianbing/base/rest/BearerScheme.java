package org.lianbing.base.rest;

import java.util.Optional;

import org.springframework.security.core.Authentication;

/**
 * A kind of bearer token that {@code /api/**} accepts. Each kind begins with a prefix of its own, so that the filter
 * asks exactly one scheme and no kind can be mistaken for another.
 */
public interface BearerScheme {

    /** What every token of this kind begins with, such as {@code a1.}. */
    String prefix();

    /**
     * Whom the token stands for.
     *
     * @param token the whole text, prefix included
     * @return an authenticated token, or empty where it is forged, expired or ended
     */
    Optional<Authentication> authenticate(String token);
}

package org.lianbing.base.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;

/**
 * An express operation that does something: JSON is sent, and JSON is answered.
 *
 * @param <B> what is sent
 */
public non-sealed interface ExpressCall<B> extends Express {

    /** What is sent, as JSON. */
    Class<B> body();

    /** Whether the body may be JSON's {@code null}, as the long way takes it. */
    boolean mayBeNull();

    /** How a success is answered. */
    HttpStatus status();

    /**
     * Does it, as whoever is signed in.
     *
     * @param id the one in the path
     * @return what is answered, as JSON
     */
    Object answer(String id, Authentication caller, @Nullable B body);
}

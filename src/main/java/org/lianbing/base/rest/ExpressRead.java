package org.lianbing.base.rest;

import java.io.IOException;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;

/** An express operation that only reads: bytes that were made beforehand, with a tag by which a device knows them again. */
public non-sealed interface ExpressRead extends Express {

    /**
     * What a device says of itself.
     *
     * @param known the tags of what it has already
     * @param encodings how what it gets may be compressed
     */
    record Wishes(@Nullable String known, @Nullable String encodings) {}

    /** What is answered. */
    MediaType type();

    /**
     * Reads it, as whoever is signed in.
     *
     * @param id the one in the path
     */
    ResponseEntity<byte[]> answer(String id, Authentication caller, Wishes wishes) throws IOException;
}

package org.lianbing.base;

import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;

/** Makes and reads the identifiers of all modules: UUID version 7, so that they sort by time of making. */
public final class Ids {

    private Ids() {}

    /** A new identifier. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /**
     * Reads an identifier that came from outside.
     *
     * @throws Problem not found: a text that is no identifier names nothing
     */
    public static UUID parse(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("base.not-found");
        }
    }
}

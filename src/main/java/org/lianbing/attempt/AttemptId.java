package org.lianbing.attempt;

import java.util.UUID;

import org.lianbing.base.Ids;

/** Names an attempt. */
public record AttemptId(UUID value) {

    /** A new id, ordered by time. */
    public static AttemptId next() {
        return new AttemptId(Ids.next());
    }

    /**
     * Reads an id from a URL or a file.
     *
     * @throws org.lianbing.base.Problem not found, where the text is no id
     */
    public static AttemptId of(String text) {
        return new AttemptId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package org.lianbing.paper;

import java.util.UUID;

import org.lianbing.base.Ids;

/** Names a frozen form. */
public record FormId(UUID value) {

    /** A new id, ordered by time. */
    public static FormId next() {
        return new FormId(Ids.next());
    }

    /**
     * Reads an id from a URL or a file.
     *
     * @throws org.lianbing.base.Problem not found, where the text is no id
     */
    public static FormId of(String text) {
        return new FormId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

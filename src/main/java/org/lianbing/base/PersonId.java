package org.lianbing.base;

import java.util.UUID;

/** Names a person. */
public record PersonId(UUID value) {

    /** A new id, ordered by time. */
    public static PersonId next() {
        return new PersonId(Ids.next());
    }

    /**
     * Reads an id from a URL or a file.
     *
     * @throws org.lianbing.base.Problem not found, where the text is no id
     */
    public static PersonId of(String text) {
        return new PersonId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package org.lianbing.bank;

import java.util.UUID;

import org.lianbing.base.Ids;

/** Names the frozen content of an item. */
public record ItemVersionId(UUID value) {

    /** A new id, ordered by time. */
    public static ItemVersionId next() {
        return new ItemVersionId(Ids.next());
    }

    /**
     * Reads an id from a URL or a file.
     *
     * @throws org.lianbing.base.Problem not found, where the text is no id
     */
    public static ItemVersionId of(String text) {
        return new ItemVersionId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

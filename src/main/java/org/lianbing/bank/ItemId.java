package org.lianbing.bank;

import java.util.UUID;

import org.lianbing.base.Ids;

/** Names an item. */
public record ItemId(UUID value) {

    /** A new id, ordered by time. */
    public static ItemId next() {
        return new ItemId(Ids.next());
    }

    /**
     * Reads an id from a URL or a file.
     *
     * @throws org.lianbing.base.Problem not found, where the text is no id
     */
    public static ItemId of(String text) {
        return new ItemId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

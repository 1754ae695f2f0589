package org.lianbing.trade;

import java.util.UUID;

import org.lianbing.base.Ids;

/** Names an edition of an outline. */
public record OutlineId(UUID value) {

    /** A new id, ordered by time. */
    public static OutlineId next() {
        return new OutlineId(Ids.next());
    }

    /**
     * Reads an id from a URL or a file.
     *
     * @throws org.lianbing.base.Problem not found, where the text is no id
     */
    public static OutlineId of(String text) {
        return new OutlineId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

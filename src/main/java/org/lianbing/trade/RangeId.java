package org.lianbing.trade;

import java.util.UUID;

import org.lianbing.base.Ids;

/** Names a range of an outline. */
public record RangeId(UUID value) {

    /** A new id, ordered by time. */
    public static RangeId next() {
        return new RangeId(Ids.next());
    }

    /**
     * Reads an id from a URL or a file.
     *
     * @throws org.lianbing.base.Problem not found, where the text is no id
     */
    public static RangeId of(String text) {
        return new RangeId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

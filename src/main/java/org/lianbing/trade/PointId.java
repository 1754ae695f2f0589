package org.lianbing.trade;

import java.util.UUID;

import org.lianbing.base.Ids;

/** Names a point of an outline. */
public record PointId(UUID value) {

    /** A new id, ordered by time. */
    public static PointId next() {
        return new PointId(Ids.next());
    }

    /**
     * Reads an id from a URL or a file.
     *
     * @throws org.lianbing.base.Problem not found, where the text is no id
     */
    public static PointId of(String text) {
        return new PointId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

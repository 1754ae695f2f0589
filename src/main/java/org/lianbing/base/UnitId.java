package org.lianbing.base;

import java.util.UUID;

/** Names a unit: an enterprise, a county, a workshop. */
public record UnitId(UUID value) {

    /** A new id, ordered by time. */
    public static UnitId next() {
        return new UnitId(Ids.next());
    }

    /**
     * Reads an id from a URL or a file.
     *
     * @throws org.lianbing.base.Problem not found, where the text is no id
     */
    public static UnitId of(String text) {
        return new UnitId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package org.lianbing.practice;

import java.util.UUID;

import org.lianbing.base.Ids;

/** Names a drill. */
public record DrillId(UUID value) {

    /** A new id, ordered by time. */
    public static DrillId next() {
        return new DrillId(Ids.next());
    }

    /**
     * Reads an id from a URL or a file.
     *
     * @throws org.lianbing.base.Problem not found, where the text is no id
     */
    public static DrillId of(String text) {
        return new DrillId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

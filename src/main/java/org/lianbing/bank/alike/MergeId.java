package org.lianbing.bank.alike;

import java.util.UUID;

import org.lianbing.base.Ids;

/** Identifies a merge. */
public record MergeId(UUID value) {

    /** A new identifier, ordered by time. */
    public static MergeId next() {
        return new MergeId(Ids.next());
    }

    /**
     * Reads an id from a URL.
     *
     * @throws org.lianbing.base.Problem not found, where the text is no id
     */
    public static MergeId of(String text) {
        return new MergeId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

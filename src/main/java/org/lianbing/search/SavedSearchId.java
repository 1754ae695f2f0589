package org.lianbing.search;

import java.util.UUID;

import org.lianbing.base.Ids;

/** Names a saved search. */
public record SavedSearchId(UUID value) {

    /** A new id, ordered by time. */
    public static SavedSearchId next() {
        return new SavedSearchId(Ids.next());
    }

    /**
     * Reads an id from a URL.
     *
     * @throws org.lianbing.base.Problem not found, where the text is no id
     */
    public static SavedSearchId of(String text) {
        return new SavedSearchId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package org.lianbing.trade.editing;

import java.util.UUID;

import org.lianbing.base.Ids;

/** Names an import of outlines. */
public record OutlineImportId(UUID value) {

    /** A new id, ordered by time. */
    public static OutlineImportId next() {
        return new OutlineImportId(Ids.next());
    }

    /**
     * Reads an id from a URL.
     *
     * @throws org.lianbing.base.Problem not found, where the text is no id
     */
    public static OutlineImportId of(String text) {
        return new OutlineImportId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

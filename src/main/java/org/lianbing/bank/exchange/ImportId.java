package org.lianbing.bank.exchange;

import java.util.UUID;

import org.lianbing.base.Ids;

/** Names an import: one uploaded file with all that was done to its rows. */
public record ImportId(UUID value) {

    /** A new id, ordered by time. */
    public static ImportId next() {
        return new ImportId(Ids.next());
    }

    /**
     * Reads an id from a URL.
     *
     * @throws org.lianbing.base.Problem not found, where the text is no id
     */
    public static ImportId of(String text) {
        return new ImportId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package org.lianbing.bank.bulk;

import java.util.UUID;

import org.lianbing.base.Ids;

/** Names an act on many items. */
public record BulkId(UUID value) {

    /** A new id, ordered by time. */
    public static BulkId next() {
        return new BulkId(Ids.next());
    }

    /**
     * Reads an id from a URL.
     *
     * @throws org.lianbing.base.Problem not found, where the text is no id
     */
    public static BulkId of(String text) {
        return new BulkId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

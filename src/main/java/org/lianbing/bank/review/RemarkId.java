package org.lianbing.bank.review;

import java.util.UUID;

import org.lianbing.base.Ids;

/** Names a remark on an item. */
public record RemarkId(UUID value) {

    /** A new id, ordered by time. */
    public static RemarkId next() {
        return new RemarkId(Ids.next());
    }

    /**
     * Reads an id from a URL.
     *
     * @throws org.lianbing.base.Problem not found, where the text is no id
     */
    public static RemarkId of(String text) {
        return new RemarkId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package org.lianbing.bank.call;

import java.util.UUID;

import org.lianbing.base.Ids;

/** Names a call for items. */
public record CallId(UUID value) {

    /** A new id, ordered by time. */
    public static CallId next() {
        return new CallId(Ids.next());
    }

    /**
     * Reads an id from a URL or a file.
     *
     * @throws org.lianbing.base.Problem not found, where the text is no id
     */
    public static CallId of(String text) {
        return new CallId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

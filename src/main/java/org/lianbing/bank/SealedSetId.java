package org.lianbing.bank;

import java.util.UUID;

import org.lianbing.base.Ids;

/** Names a set of sealed items. */
public record SealedSetId(UUID value) {

    /** A new id, ordered by time. */
    public static SealedSetId next() {
        return new SealedSetId(Ids.next());
    }

    /**
     * Reads an id from a URL.
     *
     * @throws org.lianbing.base.Problem not found, where the text is no id
     */
    public static SealedSetId of(String text) {
        return new SealedSetId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

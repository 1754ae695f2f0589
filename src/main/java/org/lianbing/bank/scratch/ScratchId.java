package org.lianbing.bank.scratch;

import java.util.UUID;

import org.lianbing.base.Ids;

/** Names what somebody has typed and not saved. */
public record ScratchId(UUID value) {

    /** A new id, ordered by time. */
    public static ScratchId next() {
        return new ScratchId(Ids.next());
    }

    /**
     * Reads an id from a URL.
     *
     * @throws org.lianbing.base.Problem not found, where the text is no id
     */
    public static ScratchId of(String text) {
        return new ScratchId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package org.lianbing.exam;

import java.util.UUID;

import org.lianbing.base.Ids;

/** Names a proposal to correct a key. */
public record CorrectionId(UUID value) {

    /** A new id, ordered by time. */
    public static CorrectionId next() {
        return new CorrectionId(Ids.next());
    }

    /**
     * Reads an id from a URL or a file.
     *
     * @throws org.lianbing.base.Problem not found, where the text is no id
     */
    public static CorrectionId of(String text) {
        return new CorrectionId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

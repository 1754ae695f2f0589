package org.lianbing.bank.review;

import java.util.UUID;

import org.lianbing.base.Ids;

/** Names a sample of a batch. */
public record SampleId(UUID value) {

    /** A new id, ordered by time. */
    public static SampleId next() {
        return new SampleId(Ids.next());
    }

    /**
     * Reads an id from a URL.
     *
     * @throws org.lianbing.base.Problem not found, where the text is no id
     */
    public static SampleId of(String text) {
        return new SampleId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

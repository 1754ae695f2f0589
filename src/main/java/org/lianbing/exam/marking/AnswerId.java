package org.lianbing.exam.marking;

import java.util.UUID;

import org.lianbing.base.Ids;

/** Names an answer for those who mark it; leads to nobody's attempt. */
public record AnswerId(UUID value) {

    /** A new id, ordered by time. */
    public static AnswerId next() {
        return new AnswerId(Ids.next());
    }

    /**
     * Reads an id from a URL.
     *
     * @throws org.lianbing.base.Problem not found, where the text is no id
     */
    public static AnswerId of(String text) {
        return new AnswerId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

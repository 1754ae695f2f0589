package org.lianbing.ranking;

import java.util.UUID;

import org.lianbing.base.Ids;

/** Names a board. */
public record BoardId(UUID value) {

    /** A new id, ordered by time. */
    public static BoardId next() {
        return new BoardId(Ids.next());
    }

    /**
     * Reads an id from a URL or a file.
     *
     * @throws org.lianbing.base.Problem not found, where the text is no id
     */
    public static BoardId of(String text) {
        return new BoardId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

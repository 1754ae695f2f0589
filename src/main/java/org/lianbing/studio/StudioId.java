package org.lianbing.studio;

import java.util.UUID;

import org.lianbing.base.Ids;

/** Names a studio. */
public record StudioId(UUID value) {

    /** A new id, ordered by time. */
    public static StudioId next() {
        return new StudioId(Ids.next());
    }

    /**
     * Reads an id from a URL or a file.
     *
     * @throws org.lianbing.base.Problem not found, where the text is no id
     */
    public static StudioId of(String text) {
        return new StudioId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package org.lianbing.course;

import java.util.UUID;

import org.lianbing.base.Ids;

/** Names who gives courses; the module that knows hosts gives the ids. */
public record HostId(UUID value) {

    /** A new id, ordered by time. */
    public static HostId next() {
        return new HostId(Ids.next());
    }

    /**
     * Reads an id from a URL or a file.
     *
     * @throws org.lianbing.base.Problem not found, where the text is no id
     */
    public static HostId of(String text) {
        return new HostId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package org.lianbing.bank.review;

import java.util.UUID;

import org.lianbing.base.Ids;

/** Names a packet of items dealt to a reviewer. */
public record PacketId(UUID value) {

    /** A new id, ordered by time. */
    public static PacketId next() {
        return new PacketId(Ids.next());
    }

    /**
     * Reads an id from a URL.
     *
     * @throws org.lianbing.base.Problem not found, where the text is no id
     */
    public static PacketId of(String text) {
        return new PacketId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

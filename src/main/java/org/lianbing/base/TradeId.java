package org.lianbing.base;

import java.util.UUID;

/** Names a trade, a foundation or a theme bank. */
public record TradeId(UUID value) {

    /** A new id, ordered by time. */
    public static TradeId next() {
        return new TradeId(Ids.next());
    }

    /**
     * Reads an id from a URL or a file.
     *
     * @throws org.lianbing.base.Problem not found, where the text is no id
     */
    public static TradeId of(String text) {
        return new TradeId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

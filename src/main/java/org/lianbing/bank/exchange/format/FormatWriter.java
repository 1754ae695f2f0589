package org.lianbing.bank.exchange.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

import org.lianbing.bank.ItemContent;

/** Writes items into a file of one format. A writer keeps no state between files. */
public interface FormatWriter {

    /** The name of the format, such as {@code moodle-xml}; part of the API. */
    String format();

    /** The ending of the file's name, without the dot. */
    String extension();

    /** What the file is to browsers, such as {@code application/zip}. */
    String contentType();

    /** How much of an item the format cannot carry; nothing, where it does not say otherwise. */
    default Loss loss(ItemContent content) {
        return Loss.NOTHING;
    }

    /**
     * How an item is scored by another rule there, as a key of the translations; empty where it is scored the same, or
     * not at all.
     */
    default Optional<String> scoredOtherwise(ItemContent content) {
        return Optional.empty();
    }

    /** Whether sound and film in texts go along; where not, their words stand in their place and it is said. */
    default boolean carriesClips() {
        return true;
    }

    /** Writes all items. What the format cannot carry is told in the file itself or in a list beside it, never dropped. */
    void write(ExportedItems items, OutputStream out) throws IOException;
}

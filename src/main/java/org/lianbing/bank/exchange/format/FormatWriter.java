package org.lianbing.bank.exchange.format;

import java.io.IOException;
import java.io.OutputStream;

/** Writes items into a file of one format. A writer keeps no state between files. */
public interface FormatWriter {

    /** The name of the format, such as {@code moodle-xml}; part of the API. */
    String format();

    /** The ending of the file's name, without the dot. */
    String extension();

    /** What the file is to browsers, such as {@code application/zip}. */
    String contentType();

    /** Writes all items. What the format cannot carry is told in the file itself or in a list beside it, never dropped. */
    void write(ExportedItems items, OutputStream out) throws IOException;
}

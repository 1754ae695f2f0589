package org.lianbing.bank.exchange.format;

import java.io.IOException;
import java.util.function.Consumer;

import org.lianbing.base.Problem;

/**
 * Reads files of one format. A reader keeps no state between files, opens no connection, and holds at any time only a
 * part of the file that does not grow with it, where the format allows that.
 */
public interface FormatReader {

    /** The name of the format, such as {@code moodle-xml}; part of the API. */
    String format();

    /** Whether the file is of this format: by what is in it, whatever its name says; looks at its beginning only. */
    boolean reads(Upload file) throws IOException;

    /**
     * Reads the file and hands over each question in its order: as an item, or as a problem. Nothing is left out
     * silently.
     *
     * @param pictures takes pictures and other media of the file
     * @param found takes the questions
     * @throws Problem invalid or too large, where the file as a whole cannot or must not be read
     */
    void read(Upload file, Pictures pictures, Consumer<Question> found) throws IOException;
}

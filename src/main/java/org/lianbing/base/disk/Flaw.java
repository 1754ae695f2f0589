package org.lianbing.base.disk;

/**
 * Something in a file that cannot be taken as it is.
 *
 * @param file the path inside the folder, with slashes
 * @param line counted from 1; 0 where the whole file is meant
 * @param reason a sentence for the writer of the file
 */
public record Flaw(String file, int line, String reason) {

    @Override
    public String toString() {
        return line == 0 ? file + ": " + reason : file + ":" + line + ": " + reason;
    }
}

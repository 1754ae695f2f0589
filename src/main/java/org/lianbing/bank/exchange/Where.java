package org.lianbing.bank.exchange;

/**
 * Where a row stands in its file.
 *
 * @param sheet of a table; empty for other formats
 * @param line of a table, from 1; 0 for other formats
 * @param text for a person to find it again: {@code 第 12 题}; empty for a table
 * @param source the text it was read from; empty for a table, whose cells are kept
 * @param externalId the file's own name for it, or empty
 */
public record Where(String sheet, int line, String text, String source, String externalId) {

    /** A row of a table. */
    public static Where row(String sheet, int line, String externalId) {
        return new Where(sheet, line, "", "", externalId);
    }

    /** As people say it. */
    @Override
    public String toString() {
        return text.isEmpty() ? new Place(sheet, line, "").toString() : text;
    }
}

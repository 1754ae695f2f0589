package org.lianbing.bank.exchange.wide;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.Problem;
import org.lianbing.base.sheet.CellText;

/**
 * The lines of a table in plain text (RFC 4180), one by one. A quoted cell may run over lines; as Excel does, quotes
 * count only at the beginning of a cell. One line at a time is held, and no line is longer than people write: behind a
 * quote without an end the whole file would stand in one.
 */
final class CsvLines {

    static final int MOST_CELLS = 1_000;
    /** Of a line, in characters: thirty cells as full as Excel takes them. */
    static final int LONGEST = 1 << 20;
    /** More than the most items of an upload have in any family of tables that people fill in by hand. */
    static final int MOST_LINES = 500_000;
    /** With those in which nothing stands: all that a sheet of Excel has, where its last row was once used. */
    static final int MOST_ROWS = 1 << 20;

    private final BufferedReader in;
    private final char separator;
    private int line;
    private int first;
    private int rows;
    private int filled;
    private int quoteAt;
    private boolean unclosed;
    private int cutAt;
    private final StringBuilder raw = new StringBuilder();

    CsvLines(Reader in, char separator) {
        this.in = new BufferedReader(in);
        this.separator = separator;
    }

    /**
     * The cells of the next line; null after the last.
     *
     * @throws Problem where the line is endless, or there are too many
     */
    @Nullable
    List<String> next() throws IOException {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        boolean began = false;
        raw.setLength(0);
        int at = read();
        if (at < 0) {
            return null;
        }
        first = ++line;
        if (++rows > MOST_ROWS) {
            throw Problem.tooLarge("exchange.too-many-lines", MOST_ROWS);
        }
        while (at >= 0) {
            if (raw.length() > LONGEST) {
                throw endless(quoted);
            }
            if (quoted) {
                if (at != '"') {
                    line += at == '\n' ? 1 : 0;
                    append(cell, (char) at);
                } else if (peek() == '"') {
                    read();
                    append(cell, '"');
                } else {
                    quoted = false;
                }
            } else if (at == '"' && !began) {
                quoted = true;
                quoteAt = line;
                began = true;
            } else if (at == separator) {
                add(cells, cell);
                began = false;
            } else if (at == '\n') {
                break;
            } else if (at != '\r') {
                began |= at != ' ';
                append(cell, (char) at);
            }
            at = read();
        }
        unclosed |= quoted;
        add(cells, cell);
        boolean isFilled = cells.stream().anyMatch(text -> !text.isBlank());
        if (isFilled && ++filled > MOST_LINES) {
            throw Problem.tooLarge("exchange.too-many-lines", MOST_LINES);
        }
        return cells;
    }

    private Problem endless(boolean quoted) {
        return quoted
                ? Problem.tooLarge("exchange.quote-endless", quoteAt, LONGEST)
                : Problem.tooLarge("exchange.line-endless", first, LONGEST);
    }

    private static void append(StringBuilder cell, char at) {
        if (cell.length() <= CellText.LONGEST) {
            cell.append(at);
        }
    }

    private void add(List<String> cells, StringBuilder cell) {
        if (cells.size() < MOST_CELLS) {
            cells.add(cell.toString().replace("\r\n", "\n").replace('\r', '\n'));
        } else if (cutAt == 0 && !cell.toString().isBlank()) {
            cutAt = first;
        }
        cell.setLength(0);
    }

    private int read() throws IOException {
        int at = in.read();
        if (at >= 0) {
            raw.append((char) at);
        }
        return at;
    }

    /** The line that was read last as it stands in the file, with its end. */
    String raw() {
        return raw.toString();
    }

    private int peek() throws IOException {
        in.mark(1);
        int next = in.read();
        in.reset();
        return next;
    }

    /** The number of the line that was read last, where it began, from 1. */
    int number() {
        return first;
    }

    /** The number of the first line in which something stands behind the cells that are taken; 0 for none. */
    int cutAt() {
        return cutAt;
    }

    /** Whether a quoted cell never ended, so that everything behind it stands in one cell. */
    boolean unclosed() {
        return unclosed;
    }
}

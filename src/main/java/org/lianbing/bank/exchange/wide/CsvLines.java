package org.lianbing.bank.exchange.wide;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.sheet.CellText;

/**
 * The lines of a table in plain text (RFC 4180), one by one. A quoted cell may run over lines; as Excel does, quotes
 * count only at the beginning of a cell.
 */
final class CsvLines {

    private static final int MOST_CELLS = 1_000;

    private final BufferedReader in;
    private final char separator;
    private int line;
    private int first;
    private boolean unclosed;
    private final StringBuilder raw = new StringBuilder();

    CsvLines(Reader in, char separator) {
        this.in = new BufferedReader(in);
        this.separator = separator;
    }

    /** The cells of the next line; null after the last. */
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
        while (at >= 0) {
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
        return cells;
    }

    private static void append(StringBuilder cell, char at) {
        if (cell.length() <= CellText.LONGEST) {
            cell.append(at);
        }
    }

    private static void add(List<String> cells, StringBuilder cell) {
        if (cells.size() < MOST_CELLS) {
            cells.add(cell.toString().replace("\r\n", "\n").replace('\r', '\n'));
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

    /** Whether a quoted cell never ended, so that everything behind it stands in one cell. */
    boolean unclosed() {
        return unclosed;
    }
}

package org.lianbing.bank.exchange.yaml;

import java.util.function.Consumer;

/** Cuts a file of items into its items without reading them, so that one slip of the pen costs one item. */
final class YamlPieces {

    /**
     * A part of the file.
     *
     * @param line its first, counted from 1
     * @param text with the line ends of its lines
     * @param entry whether it is an entry of the list; any other text stands in front of it, or is no list at all
     */
    record Piece(int line, String text, boolean entry) {}

    private final String text;
    private final Consumer<Piece> taker;
    /** How far the entries of the list are set in; -1 until the first line says so. */
    private int indent = -1;

    private int from = -1;
    private int fromLine;
    private boolean entry;

    private YamlPieces(String text, Consumer<Piece> taker) {
        this.text = text;
        this.taker = taker;
    }

    /** Hands over the parts of a text in their order; comments and empty lines in front are none. */
    static void of(String text, Consumer<Piece> taker) {
        new YamlPieces(text.replace("\r\n", "\n").replace('\r', '\n'), taker).cut();
    }

    private void cut() {
        int line = 1;
        for (int at = 0; at < text.length(); line++) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            line(at, end, line);
            at = end + 1;
        }
        close(text.length());
    }

    private void line(int at, int end, int line) {
        int begin = at;
        while (begin < end && text.charAt(begin) == ' ') {
            begin++;
        }
        boolean outer = begin == at;
        if (outer && (isMark(at, end, "---") || isMark(at, end, "..."))) {
            close(at);
            indent = -1;
            if (says(at + 3, end)) {
                open(at + 3, line, false);
            }
        } else if (outer && from < 0 && begin < end && text.charAt(at) == '%') {
            // A directive, such as the version of YAML.
            indent = -1;
        } else if (isMark(begin, end, "-") && (indent < 0 || begin - at == indent)) {
            close(at);
            indent = begin - at;
            open(at, line, true);
        } else if (from < 0 && says(begin, end)) {
            indent = 0;
            open(at, line, false);
        }
    }

    private boolean says(int at, int end) {
        String rest = text.substring(at, end).strip();
        return !rest.isEmpty() && !rest.startsWith("#");
    }

    private boolean isMark(int at, int end, String mark) {
        int behind = at + mark.length();
        return text.startsWith(mark, at)
                && (behind >= end || text.charAt(behind) == ' ' || text.charAt(behind) == '\t');
    }

    private void open(int at, int line, boolean isEntry) {
        from = at;
        fromLine = line;
        entry = isEntry;
    }

    private void close(int end) {
        if (from >= 0) {
            taker.accept(new Piece(fromLine, text.substring(from, end), entry));
        }
        from = -1;
    }
}

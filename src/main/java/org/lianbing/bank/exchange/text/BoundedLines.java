package org.lianbing.bank.exchange.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.Problem;

/** Reads lines that end: a longer one than people write is not gathered to its end. */
final class BoundedLines extends BufferedReader {

    private static final int LONGEST = 1 << 20;

    private int number;

    BoundedLines(Reader in) {
        super(in);
    }

    /** @throws Problem too large, where the line goes on and on */
    @Override
    public @Nullable String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        int at = read();
        if (at < 0) {
            return null;
        }
        number++;
        while (at >= 0 && at != '\n' && at != '\r') {
            if (line.length() == LONGEST) {
                throw Problem.tooLarge("exchange.line-endless", number, LONGEST);
            }
            line.append((char) at);
            at = read();
        }
        if (at == '\r') {
            mark(1);
            if (read() != '\n') {
                reset();
            }
        }
        return line.toString();
    }
}

package org.lianbing.bank.exchange.wide;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.exchange.format.Upload;
import org.lianbing.bank.exchange.wide.MarkedWorkbook.Marks;

/**
 * A table in plain text given back as it came, letter by letter in its own encoding, with a column behind the others that
 * says what is wrong. No row can be hidden there, so that all of them stay.
 */
public final class MarkedCsv {

    private record Line(String raw, int number, int cells) {}

    private MarkedCsv() {}

    /** Writes the table with its marks. */
    public static void write(Upload file, Marks marks, OutputStream out) throws IOException {
        Charset charset = CsvTables.charset(file);
        char separator = CsvTables.separator(new String(file.head(CsvTables.HEAD), charset));
        try (InputStream in = Files.newInputStream(file.path());
                Reader text = new InputStreamReader(in, charset)) {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, charset));
            CsvLines lines = new CsvLines(text, separator);
            int first = marks.first();
            int width = 0;
            Line before = next(lines);
            while (before != null) {
                Line after = next(lines);
                boolean heading = before.number() < first && (after == null || after.number() >= first);
                width = heading ? before.cells() : width;
                String said = heading ? marks.heading() : marks.told().get(before.number());
                writer.write(marked(before, said, width, separator, lines.unclosed() && after == null));
                before = after;
            }
            writer.flush();
        }
    }

    private static @Nullable Line next(CsvLines lines) throws IOException {
        List<String> cells = lines.next();
        return cells == null ? null : new Line(lines.raw(), lines.number(), cells.size());
    }

    private static String marked(Line line, @Nullable String said, int width, char separator, boolean unclosed) {
        if (said == null) {
            return line.raw();
        }
        String end = line.raw().endsWith("\r\n") ? "\r\n" : "\n";
        return line.raw().replaceFirst("\\r?\\n$", "")
                + (unclosed ? "\"" : "")
                + String.valueOf(separator).repeat(Math.max(1, 1 + width - line.cells()))
                + quoted(said)
                + end;
    }

    /** A cell of words: what begins with a sign of a formula has an apostrophe before it, as for Excel. */
    private static String quoted(String words) {
        boolean sign = words.matches("(?s)^[=+\\-@\\t\\r].*");
        return "\"" + (sign ? "'" : "") + words.replace("\"", "\"\"") + "\"";
    }
}

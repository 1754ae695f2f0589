package org.lianbing.bank.exchange.wide;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import org.lianbing.bank.exchange.ImportProblem;
import org.lianbing.bank.exchange.format.Pictures;
import org.lianbing.bank.exchange.format.Upload;
import org.lianbing.base.sheet.CellText;

/** Reads tables in plain text: in UTF-8, UTF-16 or GB 18030, cells between commas, semicolons or tabs. */
@Component
@Order(3)
final class CsvTables implements TableReader {

    static final int HEAD = 64 * 1024;
    private static final int LINES = 30;
    static final String FORMAT = "csv";
    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final String SEPARATORS = ",;\t";
    /** What its only sheet is called. */
    static final String SHEET = "CSV";

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public boolean reads(Upload file) throws IOException {
        String text = new String(file.head(HEAD), charset(file));
        // A file of XML may hold lines that look like a heading.
        boolean xml = withoutMark(text).stripLeading().startsWith("<");
        return !xml && text.indexOf('\0') < 0 && headed(text).isPresent();
    }

    /** The sign between cells with which there is a heading. */
    private static Optional<Character> headed(String text) throws IOException {
        for (char separator : separators(text)) {
            CsvLines lines = new CsvLines(new java.io.StringReader(withoutMark(text)), separator);
            for (int i = 0; i < LINES; i++) {
                List<String> cells = lines.next();
                if (cells == null) {
                    break;
                }
                if (Heading.of(byColumn(cells)).isPresent()) {
                    return Optional.of(separator);
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public void read(Upload file, Pictures pictures, Found found) throws IOException {
        Charset charset = charset(file);
        char separator = separator(new String(file.head(HEAD), charset));
        SheetReader reader = new SheetReader(SHEET, found);
        try (InputStream in = Files.newInputStream(file.path());
                Reader text = new InputStreamReader(in, charset)) {
            CsvLines lines = new CsvLines(text, separator);
            for (List<String> cells = lines.next(); cells != null; cells = lines.next()) {
                Map<Integer, CellText> read = new TreeMap<>();
                byColumn(cells).forEach((column, cell) -> read.put(column, text(cell)));
                reader.line(lines.number(), read);
            }
            if (lines.cutAt() > 0) {
                found.note(
                        ImportProblem.remark(null, "exchange.note.many-cells", "", lines.cutAt(), CsvLines.MOST_CELLS));
            }
            if (lines.unclosed()) {
                found.note(ImportProblem.remark(null, "exchange.note.quote-open", "", lines.number()));
            }
        }
        reader.end();
    }

    private static CellText text(String cell) {
        return cell.length() > CellText.LONGEST
                ? new CellText(cell.substring(0, CellText.LONGEST), "exchange.problem.cell-long")
                : new CellText(cell, null);
    }

    private static Map<Integer, String> byColumn(List<String> cells) {
        Map<Integer, String> texts = new TreeMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String text = withoutMark(cells.get(i)).strip();
            if (!text.isEmpty()) {
                texts.put(i, text);
            }
        }
        return texts;
    }

    private static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** By its mark; else UTF-8 where the whole file is sound as such, and Chinese where not. */
    static Charset charset(Upload file) throws IOException {
        byte[] head = file.head(3);
        if (head.length > 1 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        if (head.length > 1 && (head[0] & 0xff) == 0xfe && (head[1] & 0xff) == 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        return isUtf8(file) ? StandardCharsets.UTF_8 : CHINESE;
    }

    private static boolean isUtf8(Upload file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(HEAD);
        CharBuffer characters = CharBuffer.allocate(HEAD);
        try (InputStream in = Files.newInputStream(file.path())) {
            for (int read = in.read(bytes.array(), 0, HEAD); read >= 0; ) {
                bytes.limit(bytes.position() + read).position(0);
                CoderResult result = decoder.decode(bytes, characters.clear(), false);
                if (result.isError()) {
                    return false;
                }
                bytes.compact();
                read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            }
        }
        return !decoder.decode(bytes.flip(), characters.clear(), true).isError();
    }

    /** The one with which there is a heading; else the one that occurs most. */
    static char separator(String text) throws IOException {
        return headed(text).orElse(separators(text).getFirst());
    }

    /** All, with those before that occur most in the first line with text, outside quotes. */
    private static List<Character> separators(String text) {
        String line = text.lines()
                .filter(one -> !one.isBlank())
                .findFirst()
                .orElse("")
                .replaceAll("\"[^\"]*\"", "");
        return SEPARATORS
                .chars()
                .mapToObj(one -> (char) one)
                .sorted(Comparator.comparing(
                        separator -> -line.chars().filter(at -> at == separator).count()))
                .toList();
    }
}

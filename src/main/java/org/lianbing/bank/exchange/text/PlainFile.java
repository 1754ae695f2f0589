package org.lianbing.bank.exchange.text;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.exchange.format.SafeXml;
import org.lianbing.bank.exchange.format.Upload;
import org.lianbing.base.Problem;

/**
 * Files of plain text in the encodings that occur: UTF-8 and UTF-16 with or without a mark, else GB 18030, which holds
 * GBK, or what Windows writes in western Europe.
 */
public final class PlainFile {

    private static final int SAMPLE = 256 * 1024;
    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private PlainFile() {}

    /** The file's text from its start. */
    public static BufferedReader open(Upload file) throws IOException {
        return begun(new BufferedReader(decoded(file, UnaryOperator.identity())));
    }

    /** The same of XML, as {@link SafeXml} reads it. */
    public static BufferedReader openXml(Upload file) throws IOException {
        return begun(new BufferedReader(decoded(file, SafeXml::named)));
    }

    /** The same to be read line by line; a line without an end is a {@link Problem} that names it. */
    public static BufferedReader openLines(Upload file) throws IOException {
        return begun(new BoundedLines(decoded(file, UnaryOperator.identity())));
    }

    private static Reader decoded(Upload file, UnaryOperator<InputStream> read) throws IOException {
        Charset charset = charset(file.head(SAMPLE));
        return new InputStreamReader(read.apply(Files.newInputStream(file.path())), charset);
    }

    private static BufferedReader begun(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    /** The first characters of a file; empty for one that is no text. */
    public static String head(Upload file, int bytes) throws IOException {
        byte[] head = file.head(bytes);
        Charset charset = charset(head);
        boolean binary = charset != StandardCharsets.UTF_16LE && charset != StandardCharsets.UTF_16BE && hasNul(head);
        if (binary) {
            return "";
        }
        try (Reader in = new InputStreamReader(new ByteArrayInputStream(head), charset)) {
            char[] text = new char[bytes];
            int read = Math.max(0, in.read(text));
            return new String(text, 0, read).replace("\uFEFF", "");
        }
    }

    private static boolean hasNul(byte[] bytes) {
        for (byte each : bytes) {
            if (each == 0) {
                return true;
            }
        }
        return false;
    }

    private static Charset charset(byte[] head) {
        if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        Charset unmarked = unmarkedUtf16(head);
        if (unmarked != null) {
            return unmarked;
        }
        return isUtf8(head) ? StandardCharsets.UTF_8 : isWestern(head) ? WESTERN : CHINESE;
    }

    /**
     * UTF-16 without a mark: of what is Latin in it every other byte is nothing, and a text without any is rare. Of some
     * Chinese signs, such as 一 and 开, it is the other byte.
     */
    private static @Nullable Charset unmarkedUtf16(byte[] head) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i + 1 < head.length; i += 2) {
            if (head[i] == 0 && head[i + 1] == 0) {
                // No sign is that.
                return null;
            }
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }
        int enough = Math.max(2, head.length / 20);
        if (odd >= enough && odd > 2 * even) {
            return StandardCharsets.UTF_16LE;
        }
        return even >= enough && even > 2 * odd ? StandardCharsets.UTF_16BE : null;
    }

    /** In Chinese the bytes above ASCII come in pairs; the accents of other languages stand alone between letters. */
    private static boolean isWestern(byte[] head) {
        int alone = 0;
        int paired = 0;
        for (int i = 0; i + 1 < head.length; i++) {
            if (head[i] >= 0) {
                continue;
            }
            if (head[i + 1] < 0) {
                paired++;
                i++;
            } else {
                alone++;
            }
        }
        return alone > 0 && alone >= paired;
    }

    /** A sample may end inside a character. */
    private static boolean isUtf8(byte[] head) {
        for (int cut = 0; cut < Math.min(4, head.length + 1); cut++) {
            CharsetDecoder strict = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            try {
                strict.decode(ByteBuffer.wrap(head, 0, head.length - cut));
                return true;
            } catch (CharacterCodingException tryShorter) {
                // Perhaps only the last character is cut.
            }
        }
        return false;
    }
}

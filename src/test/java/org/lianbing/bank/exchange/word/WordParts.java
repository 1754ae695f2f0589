package org.lianbing.bank.exchange.word;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.lianbing.bank.exchange.format.Collected;

/** A Word file for tests, of parts that are written by hand. */
final class WordParts {

    /** The namespaces that an element at the top of a part declares. */
    static final String NAMES = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
            + " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""
            + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
            + " xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\""
            + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
            + " xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\""
            + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    void part(String name, byte[] content) {
        parts.put(name, content);
    }

    void part(String name, String xml) {
        part(name, xml.getBytes(StandardCharsets.UTF_8));
    }

    /** The part with the text itself. */
    void body(String body) {
        part("word/document.xml", "<w:document " + NAMES + "><w:body>" + body + "</w:body></w:document>");
    }

    /** What a reader takes from a file with this text. */
    Collected read(String body) {
        body(body);
        return Collected.of(new DocxReader(), "paper.docx", file());
    }

    byte[] file() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A paragraph of runs, or of plain text. */
    static String p(String content) {
        return "<w:p>" + (content.startsWith("<") ? content : run(content, "")) + "</w:p>";
    }

    static String run(String text, String properties) {
        return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }
}

package org.lianbing.bank.exchange.wide;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.lianbing.bank.exchange.format.SafeXml;
import org.lianbing.bank.exchange.format.SafeZip;
import org.lianbing.base.Problem;

/**
 * Texts of a workbook with parts above or below the line: m², CO₂. The reader of the rows tells their words only, so
 * they are known by these.
 */
final class RichTexts {

    private static final int MOST = 20_000;
    /** The reader of the rows holds all texts at once. */
    private static final long MOST_CHARACTERS = 60_000_000;

    private static final Pattern SHEET = Pattern.compile("xl/worksheets/[^/]+\\.xml");
    private static final Set<String> TEXTS = Set.of("si", "is");
    private static final String MARK = "vertAlign";

    private static final String PLAIN = "0123456789+-=()n";
    private static final String UPPER = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ";
    private static final String LOWER = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ";

    private final Map<String, String> marked = new HashMap<>();

    private RichTexts() {}

    static RichTexts of(SafeZip zip) throws IOException {
        RichTexts texts = new RichTexts();
        texts.read(zip, "xl/sharedStrings.xml");
        for (String name : zip.names()) {
            // Some programs write such texts into the cell itself.
            if (SHEET.matcher(name).matches() && isRich(zip, name)) {
                texts.read(zip, name);
            }
        }
        return texts;
    }

    private void read(SafeZip zip, String name) throws IOException {
        Optional<InputStream> part = zip.stream(name);
        if (part.isPresent()) {
            try (InputStream in = part.get()) {
                read(SafeXml.reader(in));
            } catch (XMLStreamException e) {
                throw SafeXml.broken(e);
            }
        }
    }

    /** Whether a part speaks of such texts at all: looking costs less than reading. */
    private static boolean isRich(SafeZip zip, String name) throws IOException {
        Optional<InputStream> part = zip.stream(name);
        if (part.isEmpty()) {
            return false;
        }
        try (InputStream in = part.get()) {
            byte[] bytes = new byte[1 << 16];
            int kept = 0;
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes, kept, bytes.length - kept)) {
                String text = new String(bytes, 0, kept + read, StandardCharsets.ISO_8859_1);
                if (text.contains(MARK)) {
                    return true;
                }
                int from = Math.max(0, kept + read - MARK.length());
                int length = kept + read - from;
                System.arraycopy(bytes, from, bytes, 0, length);
                kept = length;
            }
            return false;
        }
    }

    /** The text with its marks. */
    String of(String text) {
        return marked.isEmpty() ? text : marked.getOrDefault(text, text);
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        long all = 0;
        StringBuilder plain = new StringBuilder();
        StringBuilder rich = new StringBuilder();
        String position = "";
        boolean spoken = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "si", "is" -> {
                        plain.setLength(0);
                        rich.setLength(0);
                        // A text without parts follows one whose last part stood above the line.
                        position = "";
                    }
                    case "rPh" -> spoken = true;
                    case "r" -> position = "";
                    case "vertAlign" -> position = String.valueOf(xml.getAttributeValue(null, "val"));
                    case "t" -> {
                        String text = xml.getElementText();
                        all += text.length();
                        if (all > MOST_CHARACTERS) {
                            throw Problem.tooLarge("exchange.file-swells");
                        }
                        // How a text is spoken stands beside it, in Japanese.
                        plain.append(spoken ? "" : text);
                        rich.append(spoken ? "" : at(position, text));
                    }
                    default -> {
                        // Fonts and colours say nothing.
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("rPh")) {
                spoken = false;
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && TEXTS.contains(xml.getLocalName())
                    && marked.size() < MOST
                    && !rich.toString().contentEquals(plain)) {
                marked.put(plain.toString().strip(), rich.toString().strip());
            }
        }
    }

    /** A text above or below the line: by characters of their own where there are such. */
    static String at(String position, String text) {
        boolean above = position.equals("superscript");
        if (!above && !position.equals("subscript") || text.isBlank()) {
            return text;
        }
        StringBuilder small = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            int place = PLAIN.indexOf(text.charAt(i));
            if (place < 0) {
                String tag = above ? "sup" : "sub";
                return "<" + tag + ">" + text.replaceAll("[<>\\n]", " ") + "</" + tag + ">";
            }
            small.append((above ? UPPER : LOWER).charAt(place));
        }
        return small.toString();
    }
}

package org.lianbing.bank.exchange.wide;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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

    private static final String PLAIN = "0123456789+-=()n";
    private static final String UPPER = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ";
    private static final String LOWER = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ";

    private final Map<String, String> marked = new HashMap<>();

    private RichTexts() {}

    static RichTexts of(SafeZip zip) throws IOException {
        RichTexts texts = new RichTexts();
        Optional<InputStream> shared = zip.stream("xl/sharedStrings.xml");
        if (shared.isPresent()) {
            try (InputStream in = shared.get()) {
                texts.read(SafeXml.reader(in));
            } catch (XMLStreamException e) {
                throw SafeXml.broken(e);
            }
        }
        return texts;
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
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "si" -> {
                        plain.setLength(0);
                        rich.setLength(0);
                    }
                    case "r" -> position = "";
                    case "vertAlign" -> position = String.valueOf(xml.getAttributeValue(null, "val"));
                    case "t" -> {
                        String text = xml.getElementText();
                        all += text.length();
                        if (all > MOST_CHARACTERS) {
                            throw Problem.tooLarge("exchange.file-swells");
                        }
                        plain.append(text);
                        rich.append(at(position, text));
                    }
                    default -> {
                        // Fonts and colours say nothing.
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("si")
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

package org.lianbing.bank.exchange.word;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

import org.lianbing.bank.exchange.text.XmlParts;

/** The texts of footnotes and endnotes, as they stand in brackets where the text refers to them. */
final class DocxNotes {

    /** Each stands wherever the text refers to it. */
    private static final int LONGEST = 2_000;

    private DocxNotes() {}

    /** Takes the notes of a part of the document, or none. */
    static Map<String, String> of(@Nullable Element footnotes, @Nullable Element endnotes) {
        Map<String, String> notes = new HashMap<>();
        take(footnotes, "footnote", notes);
        take(endnotes, "endnote", notes);
        return notes;
    }

    private static void take(@Nullable Element part, String name, Map<String, String> notes) {
        if (part == null) {
            return;
        }
        for (Element note : XmlParts.children(part, name)) {
            String text = XmlParts.all(note, "t").stream()
                    .map(Element::getTextContent)
                    .collect(Collectors.joining())
                    .strip();
            if (!text.isEmpty()) {
                notes.put(
                        name + DocxNumbering.value(note, "id"),
                        "（注：" + (text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…") + "）");
            }
        }
    }

    /** What a reference means. */
    static String key(Element reference) {
        return XmlParts.name(reference).replace("Reference", "") + DocxNumbering.value(reference, "id");
    }
}

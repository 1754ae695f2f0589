package org.lianbing.bank.exchange.word;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

import org.lianbing.bank.exchange.text.XmlParts;

/** The styles of a document. Office programs give them other ids whenever they save; what stays is a style's name. */
final class DocxStyles {

    private static final int DEEPEST = 12;

    private record Style(
            String name,
            String parent,
            @Nullable Element numbers,
            @Nullable Element run) {}

    private final Map<String, Style> byId = new HashMap<>();

    /** @param styles {@code word/styles.xml}, or null */
    DocxStyles(@Nullable Element styles) {
        if (styles == null) {
            return;
        }
        for (Element style : XmlParts.children(styles, "style")) {
            Element numbers = XmlParts.child(style, "pPr")
                    .flatMap(properties -> XmlParts.child(properties, "numPr"))
                    .orElse(null);
            byId.put(
                    DocxNumbering.value(style, "styleId"),
                    new Style(
                            DocxText.property(style, "name"),
                            DocxText.property(style, "basedOn"),
                            numbers,
                            XmlParts.child(style, "rPr").orElse(null)));
        }
    }

    /** The name of a style; its id where the document tells no name. */
    String name(String id) {
        Style style = byId.get(id);
        return style == null || style.name().isEmpty() ? id : style.name();
    }

    /** A property of runs that a style gives, or one that it is based on. */
    Optional<Element> run(String id, String property) {
        Style style = byId.get(id);
        for (int depth = 0; style != null && depth < DEEPEST; depth++) {
            Optional<Element> own = Optional.ofNullable(style.run()).flatMap(all -> XmlParts.child(all, property));
            if (own.isPresent()) {
                return own;
            }
            style = byId.get(style.parent());
        }
        return Optional.empty();
    }

    /** A property of the numbering that a style gives its paragraphs, or one that it is based on; empty where none does. */
    String number(String id, String property) {
        Style style = byId.get(id);
        for (int depth = 0; style != null && depth < DEEPEST; depth++) {
            String own = style.numbers() == null ? "" : DocxText.property(style.numbers(), property);
            if (!own.isEmpty()) {
                return own;
            }
            style = byId.get(style.parent());
        }
        return "";
    }
}

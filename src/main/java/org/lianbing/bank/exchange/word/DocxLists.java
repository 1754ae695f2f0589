package org.lianbing.bank.exchange.word;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

import org.lianbing.bank.exchange.text.XmlParts;

/**
 * The definitions of automatic numbers in a document (ECMA-376 part 1, 17.9): levels, the numbers that paragraphs refer to,
 * and styles of lists, which one definition keeps for others.
 */
final class DocxLists {

    static final int LEVELS = 9;
    /** Longer ways from a list to its style are none of an honest document. */
    private static final int DEEPEST = 8;

    /**
     * A level of a list.
     *
     * @param restart below which count of levels it begins again (17.9.10); 0 for never, -1 where it says nothing
     * @param legal whether all figures in it are decimal
     * @param style the paragraphs that have it by their style; empty for none
     */
    record Level(int start, String format, String text, int restart, boolean legal, String style) {}

    /**
     * Numbers that paragraphs refer to.
     *
     * @param definition counted on by all that refer to it
     * @param anew where a level begins again when these numbers are first used, as a list of options does under each question
     */
    record Numbers(String definition, @Nullable Level[] levels, Map<Integer, Integer> anew) {}

    private final Map<String, Element> definitions = new HashMap<>();
    /** The definitions of styles of lists, by the style. */
    private final Map<String, String> styled = new HashMap<>();

    private final Map<String, Numbers> numbers = new HashMap<>();
    private final Map<String, Element> elements = new HashMap<>();
    private final DocxStyles styles;

    /** @param numbering {@code word/numbering.xml}, or null */
    DocxLists(@Nullable Element numbering, DocxStyles styles) {
        this.styles = styles;
        if (numbering == null) {
            return;
        }
        for (Element definition : XmlParts.children(numbering, "abstractNum")) {
            String id = DocxNumbering.value(definition, "abstractNumId");
            definitions.put(id, definition);
            String style = attribute(definition, "styleLink");
            if (!style.isEmpty()) {
                styled.putIfAbsent(style, id);
            }
        }
        XmlParts.children(numbering, "num").forEach(num -> elements.put(DocxNumbering.value(num, "numId"), num));
        elements.forEach((id, num) -> take(id, num));
    }

    /** The numbers of that id; null for none. */
    @Nullable
    Numbers numbers(String id) {
        return numbers.get(id);
    }

    private void take(String id, Element num) {
        String definition = resolved(attribute(num, "abstractNumId"));
        Element defined = definitions.get(definition);
        if (defined == null) {
            return;
        }
        @Nullable Level[] own = levels(defined);
        Map<Integer, Integer> anew = new HashMap<>();
        for (Element change : XmlParts.children(num, "lvlOverride")) {
            @Nullable Level[] changed = levels(change);
            for (int i = 0; i < LEVELS; i++) {
                own[i] = changed[i] == null ? own[i] : changed[i];
            }
            XmlParts.child(change, "startOverride")
                    .ifPresent(start -> anew.put(
                            number(DocxNumbering.value(change, "ilvl"), 0),
                            number(DocxNumbering.value(start, "val"), 1)));
        }
        numbers.put(id, new Numbers(definition, own, anew));
    }

    /** The definition with levels behind one that only names a style of lists (17.9.21, 17.9.27). */
    private String resolved(String definition) {
        String id = definition;
        for (int depth = 0; depth < DEEPEST; depth++) {
            Element element = definitions.get(id);
            String style = element == null ? "" : attribute(element, "numStyleLink");
            if (style.isEmpty()) {
                return id;
            }
            Element num = elements.get(styles.number(style, "numId"));
            String next = num == null ? styled.getOrDefault(style, "") : attribute(num, "abstractNumId");
            id = next.equals(id) ? styled.getOrDefault(style, "") : next;
        }
        return id;
    }

    private static @Nullable Level[] levels(Element parent) {
        @Nullable Level[] all = new Level[LEVELS];
        for (Element level : XmlParts.children(parent, "lvl")) {
            int place = number(DocxNumbering.value(level, "ilvl"), 0);
            if (place < LEVELS) {
                all[place] = new Level(
                        number(attribute(level, "start"), 1),
                        format(level),
                        attribute(level, "lvlText"),
                        number(attribute(level, "lvlRestart"), -1),
                        XmlParts.child(level, "isLgl").isPresent(),
                        attribute(level, "pStyle"));
            }
        }
        return all;
    }

    /** New formats stand in a choice whose other side is what old programs show (17.17.3). */
    private static String format(Element level) {
        String plain = attribute(level, "numFmt");
        return plain.isEmpty()
                ? XmlParts.all(level, "numFmt").stream()
                        .map(one -> DocxNumbering.value(one, "val"))
                        .filter(value -> !value.equals("custom"))
                        .findFirst()
                        .orElse("decimal")
                : plain;
    }

    private static String attribute(Element element, String name) {
        return XmlParts.child(element, name)
                .map(child -> DocxNumbering.value(child, "val"))
                .orElse("");
    }

    static int number(String text, int otherwise) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
    }
}

package org.lianbing.bank.exchange.word;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.w3c.dom.Element;

import org.lianbing.bank.exchange.text.XmlParts;

/** How runs look, where that may say something: underlined, in another colour, shaded or bold. */
final class DocxLooks {

    private static final Set<String> PLAIN_COLORS =
            Set.of("", "auto", "000000", "FFFFFF", "ffffff", "1A1A1A", "333333");
    private static final Set<String> PLAIN_FILLS = Set.of("", "auto", "FFFFFF", "ffffff");

    private final DocxStyles styles;

    DocxLooks(DocxStyles styles) {
        this.styles = styles;
    }

    /** A property of a run, or of the style of signs that it has. */
    private Optional<Element> property(Element run, String name) {
        Optional<Element> own = XmlParts.child(run, "rPr");
        Optional<Element> direct = own.flatMap(all -> XmlParts.child(all, name));
        return direct.isPresent()
                ? direct
                : styles.run(own.map(all -> DocxText.property(all, "rStyle")).orElse(""), name);
    }

    boolean underlined(Element run) {
        return property(run, "u")
                .map(line -> !DocxNumbering.value(line, "val").equals("none"))
                .orElse(false);
    }

    /** Whether it has a colour, a highlight or a shade that text does not have by itself. */
    boolean colored(Element run) {
        String color = value(run, "color", "val");
        String highlight = value(run, "highlight", "val");
        String fill = value(run, "shd", "fill");
        return !PLAIN_COLORS.contains(color)
                || !Set.of("", "none", "white").contains(highlight)
                || !PLAIN_FILLS.contains(fill);
    }

    private String value(Element run, String name, String attribute) {
        return property(run, name)
                .map(found -> DocxNumbering.value(found, attribute))
                .orElse("");
    }

    /** Whether all of a paragraph that is not blank is bold. */
    boolean isBold(Element paragraph) {
        List<Element> runs = XmlParts.all(paragraph, "r").stream()
                .filter(run -> !run.getTextContent().isBlank())
                .toList();
        return !runs.isEmpty() && runs.stream().allMatch(this::bold);
    }

    private boolean bold(Element run) {
        return property(run, "b")
                .map(on -> !List.of("0", "false", "off").contains(DocxNumbering.value(on, "val")))
                .orElse(false);
    }
}

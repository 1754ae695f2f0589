package org.lianbing.bank.exchange.word;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

import org.lianbing.bank.exchange.text.XmlParts;

/** Counts automatic numbers as Word shows them, since the text of a paragraph does not hold its own. */
final class DocxNumbering {

    private static final Pattern PLACE = Pattern.compile("%([1-9])");
    private static final int NOT_BEGUN = -1;

    private final DocxLists lists;
    private final Map<String, int[]> counters = new HashMap<>();
    /** Which levels of which numbers were used: where those begin anew, they do it once. */
    private final Set<String> used = new HashSet<>();

    private final DocxStyles styles;

    /**
     * Takes the definitions of a document.
     *
     * @param numbering {@code word/numbering.xml}, or null
     */
    DocxNumbering(@Nullable Element numbering, DocxStyles styles) {
        this.styles = styles;
        this.lists = new DocxLists(numbering, styles);
    }

    static String value(Element element, String attribute) {
        String value = element.getAttributeNS(element.getNamespaceURI(), attribute);
        return value.isEmpty() ? element.getAttribute("w:" + attribute) : value;
    }

    /** Whether a paragraph has such a label, which is not counted by this. */
    boolean isNumbered(Element properties) {
        Optional<Element> own = XmlParts.child(properties, "numPr");
        String style = DocxText.property(properties, "pStyle");
        String id = either(own, style, "numId");
        DocxLists.Numbers numbers = lists.numbers(id);
        DocxLists.Level shown =
                numbers == null ? null : numbers.levels()[Math.min(level(own, style, numbers), DocxLists.LEVELS - 1)];
        return shown != null && !shown.format().equals("bullet") && shown.text().contains("%");
    }

    /** The label of a paragraph with these properties, such as {@code 12.} or {@code A.}; empty where it has none. */
    Optional<String> label(Element properties) {
        Optional<Element> own = XmlParts.child(properties, "numPr");
        String style = DocxText.property(properties, "pStyle");
        String id = either(own, style, "numId");
        DocxLists.Numbers numbers = lists.numbers(id);
        if (numbers == null) {
            return Optional.empty();
        }
        int level = level(own, style, numbers);
        DocxLists.Level shown = level < DocxLists.LEVELS ? numbers.levels()[level] : null;
        if (shown == null || shown.format().equals("bullet") || shown.format().equals("none")) {
            return Optional.empty();
        }
        int[] counted = counters.computeIfAbsent(numbers.definition(), key -> {
            int[] none = new int[DocxLists.LEVELS];
            Arrays.fill(none, NOT_BEGUN);
            return none;
        });
        count(id, numbers, level, shown, counted);
        return Optional.of(text(numbers.levels(), counted, shown));
    }

    /** A paragraph says its level, or its style does, or the level says which style it belongs to. */
    private int level(Optional<Element> own, String style, DocxLists.Numbers numbers) {
        boolean direct =
                own.filter(all -> !DocxText.property(all, "numId").isEmpty()).isPresent();
        String said = direct ? own.map(all -> DocxText.property(all, "ilvl")).orElse("") : either(own, style, "ilvl");
        if (said.isEmpty() || !direct && said.equals("0")) {
            for (int i = 0; i < DocxLists.LEVELS; i++) {
                DocxLists.Level one = numbers.levels()[i];
                if (one != null && !style.isEmpty() && one.style().equals(style)) {
                    return i;
                }
            }
        }
        return DocxLists.number(said, 0);
    }

    private void count(String id, DocxLists.Numbers numbers, int level, DocxLists.Level shown, int[] counted) {
        Integer anew = numbers.anew().get(level);
        if (anew != null && used.add(id + " " + level)) {
            counted[level] = anew;
        } else {
            counted[level] = counted[level] == NOT_BEGUN ? first(id, numbers, level, shown) : counted[level] + 1;
        }
        for (int below = level + 1; below < DocxLists.LEVELS; below++) {
            DocxLists.Level deeper = numbers.levels()[below];
            // By itself a level begins again below each that is above it; it may name one, or none.
            int restart = deeper == null ? below : deeper.restart() < 0 ? below : deeper.restart();
            if (level < restart) {
                counted[below] = NOT_BEGUN;
            }
        }
    }

    /** Where a level begins, also each time when it begins again: an override of its start lasts. */
    private int first(String id, DocxLists.Numbers numbers, int level, DocxLists.Level shown) {
        Integer anew = numbers.anew().get(level);
        if (anew != null) {
            used.add(id + " " + level);
        }
        return anew == null ? shown.start() : anew;
    }

    /** A property of a paragraph's own numbering, else of that of its style. */
    private String either(Optional<Element> own, String style, String name) {
        return own.map(all -> DocxText.property(all, name))
                .filter(value -> !value.isEmpty())
                .orElseGet(() -> styles.number(style, name));
    }

    private static String text(DocxLists.@Nullable Level[] all, int[] counted, DocxLists.Level level) {
        Matcher place = PLACE.matcher(level.text());
        String label = place.replaceAll(found -> {
            int at = Integer.parseInt(found.group(1)) - 1;
            DocxLists.Level shown = all[at];
            if (shown == null) {
                return "";
            }
            int number = counted[at] == NOT_BEGUN ? shown.start() : counted[at];
            return Matcher.quoteReplacement(DocxFigures.of(
                    number, level.legal() && !shown.format().equals("decimalZero") ? "decimal" : shown.format()));
        });
        return label.matches(".*[\\p{L}\\d]$") ? label + "、" : label;
    }
}

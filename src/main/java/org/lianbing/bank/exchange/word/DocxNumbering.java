package org.lianbing.bank.exchange.word;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

import org.lianbing.bank.exchange.text.XmlParts;

/** Counts automatic numbers as Word shows them, since the text of a paragraph does not hold its own. */
final class DocxNumbering {

    private static final Pattern PLACE = Pattern.compile("%([1-9])");
    private static final String[] CHINESE = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
    private static final int LEVELS = 9;
    private static final int NOT_BEGUN = -1;

    private record Level(int start, String format, String text) {}

    /**
     * Numbers that paragraphs refer to.
     *
     * @param definition counted on by all that refer to it
     * @param anew where a level begins again when these numbers are first used, as a list of options does under each question
     */
    private record Numbers(String definition, @Nullable Level[] levels, Map<Integer, Integer> anew) {}

    private final Map<String, @Nullable Level[]> definitions = new HashMap<>();
    private final Map<String, Numbers> numbers = new HashMap<>();
    private final Map<String, int[]> counters = new HashMap<>();
    private final DocxStyles styles;

    /**
     * Takes the definitions of a document.
     *
     * @param numbering {@code word/numbering.xml}, or null
     */
    DocxNumbering(@Nullable Element numbering, DocxStyles styles) {
        this.styles = styles;
        if (numbering != null) {
            XmlParts.children(numbering, "abstractNum")
                    .forEach(definition -> definitions.put(value(definition, "abstractNumId"), levels(definition)));
            XmlParts.children(numbering, "num").forEach(this::take);
        }
    }

    static String value(Element element, String attribute) {
        String value = element.getAttributeNS(element.getNamespaceURI(), attribute);
        return value.isEmpty() ? element.getAttribute("w:" + attribute) : value;
    }

    private static @Nullable Level[] levels(Element parent) {
        @Nullable Level[] all = new Level[LEVELS];
        for (Element level : XmlParts.children(parent, "lvl")) {
            int place = number(value(level, "ilvl"), 0);
            if (place < LEVELS) {
                all[place] = new Level(
                        number(attribute(level, "start"), 1), attribute(level, "numFmt"), attribute(level, "lvlText"));
            }
        }
        return all;
    }

    private void take(Element num) {
        String definition = attribute(num, "abstractNumId");
        @Nullable Level[] defined = definitions.get(definition);
        if (defined == null) {
            return;
        }
        @Nullable Level[] own = defined.clone();
        Map<Integer, Integer> anew = new HashMap<>();
        for (Element change : XmlParts.children(num, "lvlOverride")) {
            @Nullable Level[] changed = levels(change);
            for (int i = 0; i < LEVELS; i++) {
                own[i] = changed[i] == null ? own[i] : changed[i];
            }
            XmlParts.child(change, "startOverride")
                    .ifPresent(start -> anew.put(number(value(change, "ilvl"), 0), number(value(start, "val"), 1)));
        }
        numbers.put(value(num, "numId"), new Numbers(definition, own, anew));
    }

    private static String attribute(Element level, String name) {
        return XmlParts.child(level, name).map(child -> value(child, "val")).orElse("");
    }

    private static int number(String text, int otherwise) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
    }

    /** The label of a paragraph with these properties, such as {@code 12.} or {@code A.}; empty where it has none. */
    Optional<String> label(Element properties) {
        Optional<Element> own = XmlParts.child(properties, "numPr");
        String style = DocxText.property(properties, "pStyle");
        Numbers used = numbers.get(either(own, style, "numId"));
        int level = number(either(own, style, "ilvl"), 0);
        Level shown = used == null || level >= LEVELS ? null : used.levels()[level];
        if (used == null || shown == null || shown.format().equals("bullet")) {
            return Optional.empty();
        }
        int[] counted = counters.computeIfAbsent(used.definition(), key -> {
            int[] none = new int[LEVELS];
            Arrays.fill(none, NOT_BEGUN);
            return none;
        });
        Integer anew = used.anew().remove(level);
        if (anew != null) {
            counted[level] = anew;
        } else {
            counted[level] = counted[level] == NOT_BEGUN ? shown.start() : counted[level] + 1;
        }
        Arrays.fill(counted, level + 1, LEVELS, NOT_BEGUN);
        return Optional.of(text(used.levels(), counted, shown));
    }

    /** A property of a paragraph's own numbering, else of that of its style. */
    private String either(Optional<Element> own, String style, String name) {
        return own.map(all -> DocxText.property(all, name))
                .filter(value -> !value.isEmpty())
                .orElseGet(() -> styles.number(style, name));
    }

    private static String text(@Nullable Level[] all, int[] counted, Level level) {
        Matcher place = PLACE.matcher(level.text());
        String label = place.replaceAll(found -> {
            int at = Integer.parseInt(found.group(1)) - 1;
            Level shown = all[at];
            return shown == null
                    ? ""
                    : Matcher.quoteReplacement(
                            written(counted[at] == NOT_BEGUN ? shown.start() : counted[at], shown.format()));
        });
        return label.matches(".*[\\p{L}\\d]$") ? label + "、" : label;
    }

    private static String written(int number, String format) {
        return switch (format) {
            case "upperLetter" -> letter('A', number);
            case "lowerLetter" -> letter('a', number);
            case "chineseCounting",
                    "chineseCountingThousand",
                    "japaneseCounting",
                    "ideographTraditional",
                    "chineseLegalSimplified",
                    "taiwaneseCountingThousand" -> chinese(number);
            case "decimalZero" -> number < 10 ? "0" + number : String.valueOf(number);
            default -> String.valueOf(number);
        };
    }

    private static String letter(char first, int number) {
        return String.valueOf((char) (first + Math.max(number - 1, 0) % 26));
    }

    private static String chinese(int number) {
        if (number <= 10) {
            return CHINESE[Math.max(number, 0)];
        }
        if (number < 100) {
            String tens = number / 10 == 1 ? "" : CHINESE[number / 10];
            return tens + "十" + (number % 10 == 0 ? "" : CHINESE[number % 10]);
        }
        return String.valueOf(number);
    }
}

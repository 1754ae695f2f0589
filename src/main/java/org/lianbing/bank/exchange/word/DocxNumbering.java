package org.lianbing.bank.exchange.word;

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

    private record Level(int start, String format, String text) {}

    private final Map<String, String> abstractOf = new HashMap<>();
    private final Map<String, Level[]> levels = new HashMap<>();
    private final Map<String, String> styleNumbers = new HashMap<>();
    private final Map<String, int[]> counters = new HashMap<>();

    /**
     * Takes the definitions of a document.
     *
     * @param numbering {@code word/numbering.xml}, or null
     * @param styles {@code word/styles.xml}, or null
     */
    DocxNumbering(@Nullable Element numbering, @Nullable Element styles) {
        if (numbering != null) {
            XmlParts.children(numbering, "abstractNum").forEach(this::abstractNumbering);
            XmlParts.children(numbering, "num")
                    .forEach(num -> XmlParts.child(num, "abstractNumId")
                            .ifPresent(id -> abstractOf.put(value(num, "numId"), value(id, "val"))));
        }
        if (styles != null) {
            XmlParts.children(styles, "style")
                    .forEach(style -> XmlParts.child(style, "pPr")
                            .flatMap(properties -> XmlParts.child(properties, "numPr"))
                            .flatMap(numbers -> XmlParts.child(numbers, "numId"))
                            .ifPresent(id -> styleNumbers.put(value(style, "styleId"), value(id, "val"))));
        }
    }

    static String value(Element element, String attribute) {
        String value = element.getAttributeNS(element.getNamespaceURI(), attribute);
        return value.isEmpty() ? element.getAttribute("w:" + attribute) : value;
    }

    private void abstractNumbering(Element definition) {
        Level[] all = new Level[LEVELS];
        for (Element level : XmlParts.children(definition, "lvl")) {
            int place = number(value(level, "ilvl"), 0);
            if (place < LEVELS) {
                all[place] = new Level(
                        number(attribute(level, "start"), 1), attribute(level, "numFmt"), attribute(level, "lvlText"));
            }
        }
        levels.put(value(definition, "abstractNumId"), all);
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
        String id = own.flatMap(numbers -> XmlParts.child(numbers, "numId"))
                .map(child -> value(child, "val"))
                .or(() -> XmlParts.child(properties, "pStyle")
                        .map(style -> styleNumbers.getOrDefault(value(style, "val"), "")))
                .orElse("");
        int level = own.flatMap(numbers -> XmlParts.child(numbers, "ilvl"))
                .map(child -> number(value(child, "val"), 0))
                .orElse(0);
        String definition = abstractOf.get(id);
        Level[] all = definition == null ? null : levels.get(definition);
        if (all == null
                || level >= LEVELS
                || all[level] == null
                || all[level].format().equals("bullet")) {
            return Optional.empty();
        }
        int[] counted = counters.computeIfAbsent(definition, key -> new int[LEVELS]);
        counted[level]++;
        java.util.Arrays.fill(counted, level + 1, LEVELS, 0);
        return Optional.of(text(all, counted, level));
    }

    private static String text(Level[] all, int[] counted, int level) {
        Matcher place = PLACE.matcher(all[level].text());
        String label = place.replaceAll(found -> {
            int at = Integer.parseInt(found.group(1)) - 1;
            Level shown = all[at];
            return shown == null
                    ? ""
                    : Matcher.quoteReplacement(written(shown.start() + Math.max(counted[at], 1) - 1, shown.format()));
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
        return String.valueOf((char) (first + (number - 1) % 26));
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

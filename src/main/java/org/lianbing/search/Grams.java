package org.lianbing.search;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Cuts text into what it is found by. Chinese has no spaces, so a run of it becomes its characters and its pairs of
 * neighbours; letters and digits become words, cut where one turns into the other, so that 220V and 220 V are alike.
 * Both engines index these grams, so that both find the same.
 */
public final class Grams {

    /** Stands before a gram of the title. Neither letter nor digit, so that no text holds it. */
    private static final String OF_TITLE = "^";

    /** Stands behind the beginning of a word. */
    private static final String BEGINNING = "*";

    private static final int LONGEST_BEGINNING = 8;

    private Grams() {}

    /** Full-width to half-width, upper to lower case. */
    public static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Everything that a document with this text may be found by. */
    public static Set<String> ofDocument(String text) {
        Set<String> grams = new LinkedHashSet<>();
        Unit before = null;
        for (Unit unit : Unit.of(text)) {
            grams.add(unit.text());
            if (unit.chinese() && before != null && before.run() == unit.run()) {
                grams.add(before.text() + unit.text());
            }
            before = unit;
        }
        return grams;
    }

    /** What is indexed of a document: the grams of all its text, those of the title again, the beginnings of its words. */
    public static Set<String> ofDocument(String title, String text) {
        Set<String> grams = new LinkedHashSet<>(ofDocument(text));
        for (String gram : ofDocument(title)) {
            grams.add(gram);
            grams.add(OF_TITLE + gram);
        }
        Unit.of(title + "\n" + text).stream()
                .filter(unit -> !unit.chinese())
                .forEach(unit -> grams.addAll(beginnings(unit.text())));
        return grams;
    }

    private static List<String> beginnings(String word) {
        int length = Math.min(LONGEST_BEGINNING, word.length());
        return java.util.stream.IntStream.rangeClosed(1, length)
                .mapToObj(end -> word.substring(0, end) + BEGINNING)
                .toList();
    }

    /** What must all be there in a document that answers to this text; empty for a text without words. */
    public static Set<String> ofQuery(String text) {
        return ofQuery(Unit.of(text));
    }

    /** The same for a text whose last word may go on. */
    public static Set<String> ofBeginning(String text) {
        List<Unit> units = Unit.of(text);
        if (units.isEmpty() || units.getLast().chinese()) {
            return ofQuery(units);
        }
        Set<String> grams = ofQuery(units.subList(0, units.size() - 1));
        String word = units.getLast().text();
        grams.add(word.substring(0, Math.min(LONGEST_BEGINNING, word.length())) + BEGINNING);
        return grams;
    }

    /** Words as they are; Chinese as pairs, or as the one character that stands alone. */
    private static Set<String> ofQuery(List<Unit> units) {
        Set<String> grams = new LinkedHashSet<>();
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            boolean goesOn = i > 0 && units.get(i - 1).run() == unit.run();
            boolean willGoOn = i + 1 < units.size() && units.get(i + 1).run() == unit.run();
            if (goesOn) {
                grams.add(units.get(i - 1).text() + unit.text());
            } else if (!willGoOn) {
                grams.add(unit.text());
            }
        }
        return grams;
    }

    /** The same grams, but in the title. */
    public static Set<String> inTitle(Set<String> grams) {
        return grams.stream().map(gram -> OF_TITLE + gram).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The units with a space around each: what holds another's line holds its words in a row. */
    public static String line(String text) {
        return Unit.of(text).stream().map(Unit::text).collect(Collectors.joining(" ", " ", " "));
    }

    /** Whether a text may stand in a document in pieces though all its grams are there. */
    public static boolean mayBeApart(Set<String> grams) {
        return grams.size() > 1;
    }
}

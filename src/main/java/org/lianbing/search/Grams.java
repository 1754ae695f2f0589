package org.lianbing.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts text into what it is found by. Chinese has no spaces, so a run of it becomes its characters and its pairs of
 * neighbours; letters and digits become words, cut where one turns into the other, so that 220V and 220 V are alike.
 */
public final class Grams {

    private enum Kind {
        CHINESE,
        LETTER,
        DIGIT,
        OTHER
    }

    private Grams() {}

    /** Full-width to half-width, upper to lower case. */
    public static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Everything that a document with this text may be found by. */
    public static Set<String> ofDocument(String text) {
        Set<String> grams = new LinkedHashSet<>();
        for (List<Integer> run : runs(normal(text))) {
            if (kind(run.getFirst()) == Kind.CHINESE) {
                run.forEach(character -> grams.add(Character.toString(character)));
            }
            grams.addAll(parts(run));
        }
        return grams;
    }

    /** What must all be there in a document that answers to this text; empty for a text without words. */
    public static Set<String> ofQuery(String text) {
        Set<String> grams = new LinkedHashSet<>();
        runs(normal(text)).forEach(run -> grams.addAll(parts(run)));
        return grams;
    }

    /** A word as it is; Chinese as pairs, or the one character that is there. */
    private static List<String> parts(List<Integer> run) {
        if (kind(run.getFirst()) != Kind.CHINESE || run.size() == 1) {
            StringBuilder word = new StringBuilder();
            run.forEach(word::appendCodePoint);
            return List.of(word.toString());
        }
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < run.size(); i++) {
            pairs.add(Character.toString(run.get(i)) + Character.toString(run.get(i + 1)));
        }
        return pairs;
    }

    private static List<List<Integer>> runs(String text) {
        List<List<Integer>> runs = new ArrayList<>();
        Kind before = Kind.OTHER;
        for (int character : text.codePoints().toArray()) {
            Kind kind = kind(character);
            if (kind != Kind.OTHER) {
                if (kind != before) {
                    runs.add(new ArrayList<>());
                }
                runs.getLast().add(character);
            }
            before = kind;
        }
        return runs;
    }

    private static Kind kind(int character) {
        if (Character.isIdeographic(character)) {
            return Kind.CHINESE;
        }
        if (Character.isDigit(character)) {
            return Kind.DIGIT;
        }
        return Character.isLetter(character) ? Kind.LETTER : Kind.OTHER;
    }
}

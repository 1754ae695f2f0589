package org.lianbing.search.store;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.lianbing.search.Grams;

/**
 * How a typed beginning goes on in texts. Chinese has no spaces between words, so what comes again and again counts as a
 * word: after 电 it is 电动机, since nearly every 电动 goes on so, while what follows 电动机 is always something else.
 */
final class WordEnds {

    private static final int LONGEST = 5;
    /** A longer one takes the place of its beginning where it keeps so much of its frequency. */
    private static final double KEEPS = 0.6;

    private static final int LEAST = 2;

    private final String typed;
    private final Map<String, Integer> counts = new HashMap<>();

    WordEnds(String typed) {
        this.typed = Grams.normal(typed.strip());
    }

    /** Takes a text in. */
    void read(String text) {
        String folded = Grams.normal(text);
        for (int at = folded.indexOf(typed); at >= 0; at = folded.indexOf(typed, at + 1)) {
            boolean begins = at == 0 || !sameWord(folded.charAt(at - 1), folded.charAt(at));
            int end = at + typed.length();
            for (int more = 1; begins && more <= LONGEST && end < folded.length(); more++) {
                if (!Character.isLetterOrDigit(folded.charAt(end))) {
                    break;
                }
                end = ascii(folded.charAt(end)) ? wordEnd(folded, end) : end + 1;
                counts.merge(folded.substring(at, end), 1, Integer::sum);
            }
        }
    }

    /** Latin words and numbers are not begun in the middle. */
    private static boolean sameWord(char before, char first) {
        return ascii(before) && ascii(first) && Character.isDigit(before) == Character.isDigit(first);
    }

    private static boolean ascii(char character) {
        return character < 0x80 && Character.isLetterOrDigit(character);
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length() && ascii(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** The most frequent words, each that is the beginning of a nearly as frequent one left out. */
    List<String> best(int limit) {
        Map<String, Integer> longer = new HashMap<>();
        counts.forEach((word, count) -> {
            for (int end = typed.length() + 1; end < word.length(); end++) {
                longer.merge(word.substring(0, end), count, Math::max);
            }
        });
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= LEAST)
                .filter(entry -> longer.getOrDefault(entry.getKey(), 0) < entry.getValue() * KEEPS)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
    }
}

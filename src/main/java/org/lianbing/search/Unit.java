package org.lianbing.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The smallest part that text is found by: one Chinese character, or a word of letters or of digits alone, so that 220V
 * and 220 V are alike. Width, case and accents do not matter.
 *
 * @param text folded, as it is compared
 * @param chinese whether it is a character of a Chinese run
 * @param start where it begins in the original, in UTF-16 units
 * @param end behind its last, likewise
 * @param run units with nothing between them and of one kind have the same number
 */
record Unit(String text, boolean chinese, int start, int end, int run) {

    private enum Kind {
        CHINESE,
        LETTER,
        DIGIT,
        OTHER
    }

    /** The units of a text, in order. */
    static List<Unit> of(String text) {
        Reader reader = new Reader();
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            int end = at + Character.charCount(character);
            reader.read(character, at, end);
            at = end;
        }
        return reader.end();
    }

    private static final class Reader {

        private final List<Unit> units = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        private Kind before = Kind.OTHER;
        private int wordStart;
        private int wordEnd;
        private int run;

        private void read(int original, int start, int end) {
            if (original < 0x80) {
                take(Character.toLowerCase(original), start, end);
            } else if (Character.isIdeographic(original) && original < 0xF900) {
                take(original, start, end);
            } else {
                Normalizer.normalize(Character.toString(original), Normalizer.Form.NFKD)
                        .toLowerCase(Locale.ROOT)
                        .codePoints()
                        .forEach(character -> take(character, start, end));
            }
        }

        private void take(int character, int start, int end) {
            if (Character.getType(character) == Character.NON_SPACING_MARK) {
                return;
            }
            Kind kind = kind(character);
            if (kind != before) {
                endWord();
                run++;
            }
            if (kind == Kind.CHINESE) {
                units.add(new Unit(Character.toString(character), true, start, end, run));
            } else if (kind != Kind.OTHER) {
                if (word.isEmpty()) {
                    wordStart = start;
                }
                word.appendCodePoint(character);
                wordEnd = end;
            }
            before = kind;
        }

        private void endWord() {
            if (!word.isEmpty()) {
                units.add(new Unit(word.toString(), false, wordStart, wordEnd, run));
                word.setLength(0);
            }
        }

        private List<Unit> end() {
            endWord();
            return units;
        }
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

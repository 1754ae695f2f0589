package org.lianbing.bank.alike;

import java.util.ArrayList;
import java.util.List;

import org.lianbing.search.Grams;

/**
 * The smallest part of a text that can differ: a Chinese character, a run of letters, a whole number such as
 * {@code 380}, {@code 0.05} or {@code -5}, or a sign that changes what is asked, such as {@code ≥} or {@code %}.
 *
 * @param norm as it is compared: full width and half width, upper and lower case are one
 * @param kind what it is
 * @param start where it begins in the text
 * @param end behind its last character
 */
public record Word(String norm, Kind kind, int start, int end) {

    /** The kinds of words. */
    public enum Kind {
        CHINESE,
        LETTERS,
        NUMBER,
        SIGN
    }

    /** Signs of other Unicode classes than the mathematical ones that count. */
    private static final String SIGNS = "%‰°/";

    /** Mathematical signs that Markdown uses for tables and strokes. */
    private static final String MARKDOWN = "|~";

    /** The words of a text; spaces and punctuation are none. */
    public static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = end(text, at);
            if (end > at) {
                words.add(word(text, at, end));
                at = end;
            } else {
                at += Character.charCount(text.codePointAt(at));
            }
        }
        return words;
    }

    private static Word word(String text, int start, int end) {
        int first = text.codePointAt(start);
        Kind kind;
        if (Character.isIdeographic(first)) {
            kind = Kind.CHINESE;
        } else if (Character.isLetter(first)) {
            kind = Kind.LETTERS;
        } else {
            kind = Character.isDigit(text.codePointBefore(end)) ? Kind.NUMBER : Kind.SIGN;
        }
        return new Word(Grams.normal(text.substring(start, end)), kind, start, end);
    }

    /** Behind the word that begins here; the place itself where none does. */
    private static int end(String text, int start) {
        int first = text.codePointAt(start);
        int next = start + Character.charCount(first);
        if (Character.isIdeographic(first)) {
            return next;
        }
        if (isLetter(first)) {
            while (next < text.length() && isLetter(text.codePointAt(next))) {
                next += Character.charCount(text.codePointAt(next));
            }
            return next;
        }
        if (Character.isDigit(first)) {
            return endOfNumber(text, next);
        }
        if (isMinus(text, start)) {
            return endOfNumber(text, next + 1);
        }
        return isSign(first) ? next : start;
    }

    private static int endOfNumber(String text, int from) {
        int next = from;
        while (next < text.length() && (isDigitAt(text, next) || isPoint(text, next))) {
            next++;
        }
        return next;
    }

    private static boolean isPoint(String text, int at) {
        return (text.charAt(at) == '.' || text.charAt(at) == '．') && isDigitAt(text, at + 1);
    }

    /** A stroke before a number and behind nothing that it could connect: {@code -5}, not {@code 3-5}. */
    private static boolean isMinus(String text, int at) {
        boolean stroke = text.charAt(at) == '-' || text.charAt(at) == '－';
        return stroke && isDigitAt(text, at + 1) && !(at > 0 && connects(text.codePointBefore(at)));
    }

    private static boolean connects(int character) {
        return Character.isDigit(character) || isLetter(character);
    }

    private static boolean isDigitAt(String text, int at) {
        return at < text.length() && Character.isDigit(text.charAt(at));
    }

    private static boolean isLetter(int character) {
        return Character.isLetter(character) && !Character.isIdeographic(character);
    }

    private static boolean isSign(int character) {
        return SIGNS.indexOf(character) >= 0
                || (Character.getType(character) == Character.MATH_SYMBOL && MARKDOWN.indexOf(character) < 0);
    }
}

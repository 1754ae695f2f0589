package org.lianbing.bank.exchange.text;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.parser.Parser;

import org.lianbing.base.Formula;
import org.lianbing.base.MarkdownText;

/**
 * Formulas in the Markdown of Moodle, which shows no TeX between single dollar signs, but does between brackets behind
 * backslashes: {@code \\(x\\)}. The Markdown there takes each escape away once, within a formula too.
 */
public final class BracketedTex {

    private static final Pattern SIGNS = Pattern.compile("[\\\\`*_()\\[\\]|<>&]");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(\\p{Punct})");
    private static final MarkdownText TEXT = new MarkdownText();

    private BracketedTex() {}

    /** Our Markdown with its formulas as Moodle shows them. */
    public static String written(String markdown) {
        return markdown.contains("$") ? TEXT.withFormulas(markdown, BracketedTex::written) : markdown;
    }

    private static String written(Formula formula) {
        String tex = SIGNS.matcher(formula.tex())
                .replaceAll(sign -> Matcher.quoteReplacement(
                        switch (sign.group()) {
                            case "<" -> "&lt;";
                            case ">" -> "&gt;";
                            case "&" -> "&amp;";
                            default -> "\\" + sign.group();
                        }));
        return formula.displayed() ? "\\\\[" + tex + "\\\\]" : "\\\\(" + tex + "\\\\)";
    }

    /** The way back. What stands in code is none. */
    public static String read(String markdown) {
        return markdown.contains("\\\\") ? new Reading(markdown).all() : markdown;
    }

    /** Goes through Markdown once, by two signs where the first is a backslash. */
    private static final class Reading {

        private final String text;
        private final StringBuilder out = new StringBuilder();
        private final Set<Character> neverClosed = new HashSet<>();
        private int at;

        Reading(String text) {
            this.text = text;
        }

        String all() {
            while (at < text.length()) {
                char sign = text.charAt(at);
                if (sign == '`') {
                    copy(endOfCode());
                } else if (text.startsWith("\\\\(", at)) {
                    formula(')', "$");
                } else if (text.startsWith("\\\\[", at)) {
                    formula(']', "$$");
                } else {
                    copy(sign == '\\' ? at + 2 : at + 1);
                }
            }
            return out.toString();
        }

        private void copy(int end) {
            int to = Math.min(end, text.length());
            out.append(text, at, to);
            at = to;
        }

        private int endOfCode() {
            int from = at;
            while (from < text.length() && text.charAt(from) == '`') {
                from++;
            }
            int end = text.indexOf(text.substring(at, from), from);
            return end < 0 ? from : end + from - at;
        }

        private void formula(char closing, String dollars) {
            int from = at + 3;
            int end = neverClosed.contains(closing) ? text.length() : end(from, closing);
            if (end >= text.length()) {
                neverClosed.add(closing);
            }
            if (!bracket(end, closing)) {
                copy(at + 2);
                return;
            }
            String tex = Parser.unescapeEntities(
                    ESCAPED.matcher(text.substring(from, end)).replaceAll("$1"), false);
            // Behind a single dollar sign a space would make it money.
            String trimmed = dollars.length() > 1 ? tex : tex.stripLeading().replaceFirst("(?<!\\\\)\\s+$", "");
            out.append(dollars).append(trimmed).append(dollars);
            at = end + 3;
        }

        /** Where it closes, or another one opens, or the text ends. */
        private int end(int from, char closing) {
            int end = from;
            while (end < text.length() && !bracket(end, closing) && !bracket(end, text.charAt(from - 1))) {
                end += text.charAt(end) == '\\' ? 2 : 1;
            }
            return end;
        }

        private boolean bracket(int place, char bracket) {
            return text.startsWith("\\\\", place) && place + 2 < text.length() && text.charAt(place + 2) == bracket;
        }
    }
}

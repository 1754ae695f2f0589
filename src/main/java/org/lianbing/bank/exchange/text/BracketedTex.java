package org.lianbing.bank.exchange.text;

import java.util.function.Function;
import java.util.regex.MatchResult;
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

    private static final Pattern SIGNS = Pattern.compile("[\\\\`*_\\[\\]|<>&]");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(\\p{Punct})");
    private static final Pattern WRITTEN =
            Pattern.compile("\\\\\\\\\\((.+?)\\\\\\\\\\)|\\\\\\\\\\[(.+?)\\\\\\\\]", Pattern.DOTALL);

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

    /** The way back. */
    public static String read(String markdown) {
        Function<MatchResult, String> formula =
                found -> found.group(1) == null ? "$$" + tex(found.group(2)) + "$$" : "$" + tex(found.group(1)) + "$";
        return WRITTEN.matcher(markdown).replaceAll(found -> Matcher.quoteReplacement(formula.apply(found)));
    }

    private static String tex(String written) {
        return Parser.unescapeEntities(ESCAPED.matcher(written).replaceAll("$1"), false)
                .strip();
    }
}

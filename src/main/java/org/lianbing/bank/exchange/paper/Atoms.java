package org.lianbing.bank.exchange.paper;

import java.util.ArrayList;
import java.util.List;

import org.lianbing.bank.exchange.wide.PlainText;

/**
 * What stands in a line and is no plain text: pictures, formulas, raised figures, tables. While the structure of a paper
 * is read each is one character of a private range; in the end it becomes its Markdown.
 */
public final class Atoms {

    /** Begins a piece that was marked by colour, underline or shading. */
    public static final char MARK = '\uE100';
    /** Ends it. */
    public static final char UNMARK = '\uE101';

    /** Begins a line that goes on with the question at hand, whatever stands in it. */
    public static final char MORE = '\uE102';

    private static final int FIRST = 0xF0000;
    private static final int MOST = 0xFFFD;

    private final List<String> markdown = new ArrayList<>();

    /** The character that stands for this Markdown. */
    public String of(String text) {
        if (markdown.size() >= MOST) {
            return " ";
        }
        markdown.add(text);
        return Character.toString(FIRST + markdown.size() - 1);
    }

    /** The Markdown of a text with atoms and marks. */
    public String expanded(String text) {
        String plain = unmarked(text).strip();
        StringBuilder out = new StringBuilder();
        for (int sign : PlainText.toMarkdown(plain).codePoints().toArray()) {
            int place = sign - FIRST;
            if (place >= 0 && place < markdown.size()) {
                out.append(markdown.get(place));
            } else {
                out.appendCodePoint(sign);
            }
        }
        return out.toString().strip();
    }

    /** The text as a person sees it, for showing the source. */
    public String shown(String text) {
        StringBuilder out = new StringBuilder();
        for (int sign : unmarked(text).codePoints().toArray()) {
            int place = sign - FIRST;
            out.append(
                    place >= 0 && place < markdown.size() ? shortened(markdown.get(place)) : Character.toString(sign));
        }
        return out.toString();
    }

    private static String shortened(String markdown) {
        return markdown.startsWith("![") ? "[图]" : markdown;
    }

    /** The text without its marks. */
    public static String unmarked(String text) {
        return text.replace(String.valueOf(MARK), "")
                .replace(String.valueOf(UNMARK), "")
                .replace(String.valueOf(MORE), "");
    }

    /** Whether the text holds a marked piece that says something. */
    public static boolean marked(String text) {
        int from = text.indexOf(MARK);
        return from >= 0
                && text.substring(from)
                                .replaceAll("[\\uE100\\uE101\\uE102\\s]", "")
                                .length()
                        > 0;
    }
}

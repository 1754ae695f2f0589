package org.lianbing.bank.exchange.wide;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lianbing.base.MarkdownPictures;

/**
 * Plain text of a cell as Markdown that says the same: what Markdown would take for a sign is escaped. What the reader
 * itself put into the text stays: pictures, and what stands above or below the line.
 */
public final class PlainText {

    private static final Pattern KEPT =
            Pattern.compile(MarkdownPictures.STORED_IN_A_LINE.pattern() + "|<(su[bp])>[^<>\\n]{1,40}</\\1>");
    private static final Pattern SIGNS =
            Pattern.compile("[\\\\`*_\\[\\]<>~|]|&(?=[A-Za-z#][A-Za-z0-9]*;)|\\$(?=[\\s\\S]*\\$)");
    private static final Pattern LINE_START = Pattern.compile("(?m)^(\\s{0,3})(#{1,6}(?=\\s)|[-+=](?=\\s|$|[-=]))");
    private static final Pattern NUMBERED = Pattern.compile("(?m)^(\\s{0,3}\\d{1,9})([.)])(?=\\s)");

    private static final Pattern CODE = Pattern.compile("(?m)^[ \\t]{4,}");
    private static final Pattern LINE_END = Pattern.compile("[ \\t]*\\n(?!\\n)");

    private static final String ANYWHERE = "\\`*_[]<>~|&$\n\t";
    private static final String STARTS = "#-+=";

    private PlainText() {}

    /** The Markdown that shows just this text. */
    public static String toMarkdown(String text) {
        if (isPlain(text)) {
            return text;
        }
        Matcher kept = KEPT.matcher(text);
        StringBuilder signs = new StringBuilder();
        int from = 0;
        while (kept.find()) {
            signs.append(escaped(text.substring(from, kept.start()))).append(kept.group());
            from = kept.end();
        }
        signs.append(escaped(text.substring(from)));
        String whole = LINE_START.matcher(signs).replaceAll("$1\\\\$2");
        whole = NUMBERED.matcher(whole).replaceAll("$1\\\\$2");
        // Four spaces would be code; a line's end stays one.
        whole = CODE.matcher(whole).replaceAll("   ");
        return LINE_END.matcher(whole).replaceAll("\\\\\n").replace("\n\\\n", "\n\n");
    }

    /** Whether there is no sign at all: so it is with nearly every cell, and a workbook has very many. */
    private static boolean isPlain(String text) {
        if (text.isEmpty()) {
            return true;
        }
        char first = text.charAt(0);
        boolean numbered = Character.isDigit(first) && (text.indexOf('.') > 0 || text.indexOf(')') > 0);
        return !numbered
                && !Character.isWhitespace(first)
                && STARTS.indexOf(first) < 0
                && text.chars().noneMatch(one -> ANYWHERE.indexOf(one) >= 0);
    }

    private static String escaped(String text) {
        return SIGNS.matcher(text).replaceAll("\\\\$0");
    }
}

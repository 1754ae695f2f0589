package org.lianbing.bank.exchange.wide;

import java.util.regex.Pattern;

/** Plain text of a cell as Markdown that says the same: what Markdown would take for a sign is escaped. */
public final class PlainText {

    private static final Pattern SIGNS = Pattern.compile("[\\\\`*_\\[\\]<>~|]|&(?=[A-Za-z#][A-Za-z0-9]*;)");
    private static final Pattern LINE_START = Pattern.compile("(?m)^(\\s{0,3})(#{1,6}(?=\\s)|[-+=](?=\\s|$|[-=]))");
    private static final Pattern NUMBERED = Pattern.compile("(?m)^(\\s{0,3}\\d{1,9})([.)])(?=\\s)");

    private PlainText() {}

    /** The Markdown that shows just this text. */
    public static String toMarkdown(String text) {
        String escaped = SIGNS.matcher(text).replaceAll("\\\\$0");
        escaped = LINE_START.matcher(escaped).replaceAll("$1\\\\$2");
        escaped = NUMBERED.matcher(escaped).replaceAll("$1\\\\$2");
        // Four spaces would be code; a line's end stays one.
        return escaped.replaceAll("(?m)^[ \\t]{4,}", "   ")
                .replaceAll("[ \\t]*\\n(?!\\n)", "\\\\\n")
                .replace("\n\\\n", "\n\n");
    }
}

package org.lianbing.bank.exchange.gift;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The escapes of GIFT. A sign behind a backslash is text; it is put aside as a private-use character while the
 * structure is read, and put back afterwards.
 */
final class GiftSigns {

    private static final String ESCAPABLE = "~=#{}:\\";
    private static final char FIRST = '\uE000';
    private static final char LINE = '\uE0FF';

    /** Commands of TeX that begin like a line's end. */
    private static final Pattern FORMULA = Pattern.compile("\\\\n(eq|abla|otin)(?![a-z])");

    /** A character written as a number: its sign begins no feedback. */
    private static final Pattern ENTITY = Pattern.compile("&#(?:[0-9]{1,7}|[xX][0-9A-Fa-f]{1,6});");
    /** A tag of HTML in which nobody escaped the signs. */
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][A-Za-z0-9]*+"
            + "(?:\\s++[A-Za-z_:][-\\w:.]*+\\s*+\\\\?=\\s*+(?:\"[^\"<>{}]*+\"|'[^'<>{}]*+')){1,20}+\\s*+/?>");

    private GiftSigns() {}

    /** The text with escaped signs put aside. */
    static String aside(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int dressed = 0;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (i >= dressed && (sign == '<' || sign == '&')) {
                Matcher whole = (sign == '<' ? TAG : ENTITY).matcher(text).region(i, text.length());
                dressed = whole.lookingAt() ? whole.end() : i;
            }
            char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
            int place = sign == '\\' ? ESCAPABLE.indexOf(next) : -1;
            if (place >= 0) {
                out.append((char) (FIRST + place));
                i++;
            } else if (sign == '\\'
                    && next == 'n'
                    && !FORMULA.matcher(text).region(i, text.length()).lookingAt()) {
                out.append(LINE);
                i++;
            } else if (i < dressed && (sign == '=' || sign == '#' || sign == '~')) {
                out.append((char) (FIRST + ESCAPABLE.indexOf(sign)));
            } else {
                out.append(sign);
            }
        }
        return out.toString();
    }

    /** The text as it was meant. */
    static String back(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (char sign : text.toCharArray()) {
            if (sign == LINE) {
                out.append('\n');
            } else if (sign >= FIRST && sign < FIRST + ESCAPABLE.length()) {
                out.append(ESCAPABLE.charAt(sign - FIRST));
            } else {
                out.append(sign);
            }
        }
        return out.toString();
    }
}

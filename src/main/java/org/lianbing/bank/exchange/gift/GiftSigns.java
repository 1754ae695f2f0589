package org.lianbing.bank.exchange.gift;

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

    private GiftSigns() {}

    /** The text with escaped signs put aside. */
    static String aside(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
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

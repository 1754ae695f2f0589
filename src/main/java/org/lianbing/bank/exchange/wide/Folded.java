package org.lianbing.bank.exchange.wide;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text folded for comparing: full-width like half-width, upper like lower case, without spaces. Never for showing. */
public final class Folded {

    private static final Pattern SPACE = Pattern.compile("[\\s\\u200b\\ufeff]+");

    private Folded() {}

    public static String of(String text) {
        if (isPlain(text)) {
            return text.toUpperCase(Locale.ROOT);
        }
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return SPACE.matcher(folded).replaceAll("");
    }

    /** Letters, digits and signs of ASCII, which stand for nothing but themselves. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}

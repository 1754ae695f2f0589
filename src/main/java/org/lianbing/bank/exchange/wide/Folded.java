package org.lianbing.bank.exchange.wide;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text folded for comparing: full-width like half-width, upper like lower case, without spaces. Never for showing. */
public final class Folded {

    private static final Pattern SPACE = Pattern.compile("[\\s\\u200b\\ufeff]+");

    private Folded() {}

    public static String of(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return SPACE.matcher(folded).replaceAll("");
    }
}

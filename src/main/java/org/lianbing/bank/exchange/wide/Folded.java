package org.lianbing.bank.exchange.wide;

import java.text.Normalizer;
import java.util.Locale;

/** Text folded for comparing: full-width like half-width, upper like lower case, without spaces. Never for showing. */
public final class Folded {

    private Folded() {}

    public static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\u200b\\ufeff]+", "");
    }
}

package org.lianbing.attempt.scoring;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as people type them. */
final class Numbers {

    /** No exponent: {@code 1e999999999} would be a short text and an endless number. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,20}(\\.\\d{0,20})?|\\.\\d{1,20})");

    private static final Pattern POWER_OF_A_NUMBER = Pattern.compile("(?<=[0-9０-９])(?=[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻])");

    private Numbers() {}

    /** What a text says in plain signs; 10³ is 10^3 and not 103. */
    static String plain(String text) {
        return Normalizer.normalize(POWER_OF_A_NUMBER.matcher(text).replaceAll("^"), Normalizer.Form.NFKC);
    }

    /** Without what Chinese keyboards make of it: full-width digits, points and signs. */
    static String typed(String text) {
        return plain(text).replace('。', '.').replace('−', '-').strip();
    }

    /** What a text means; empty where it is no plain number. */
    static Optional<BigDecimal> read(String text) {
        String plain = typed(text);
        return NUMBER.matcher(plain).matches() ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    /** Whether a value is as near to the key as it must be, the ends included. */
    static boolean near(BigDecimal value, BigDecimal key, BigDecimal tolerance) {
        return value.subtract(key).abs().compareTo(tolerance) <= 0;
    }

    /**
     * Whether a number is written with so many significant figures. Zeros at the end of a whole number may be
     * significant or not, so that 1500 has two, three or four.
     */
    static boolean hasFigures(String text, int figures) {
        String digits = typed(text).replaceFirst("^[+-]", "");
        boolean whole = !digits.contains(".");
        String all = digits.replace(".", "").replaceFirst("^0+(?=.)", "");
        int most = all.length();
        int least = whole ? Math.max(1, all.replaceFirst("0+$", "").length()) : most;
        return figures >= least && figures <= most;
    }
}

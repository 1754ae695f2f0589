package org.lianbing.bank.exchange.gift;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer between the braces.
 *
 * @param right whether it began with an equals sign
 * @param weight in percent, as written; 100 for a right one without, 0 for a wrong one
 * @param weighted whether a weight was written
 * @param text signs still put aside
 * @param feedback likewise; may be empty
 */
record GiftAnswer(boolean right, BigDecimal weight, boolean weighted, String text, String feedback) {

    private static final Pattern WEIGHT = Pattern.compile("^\\s*%(-?\\d{1,3}(?:[.,]\\d{1,10})?)%");
    private static final BigDecimal FULL = BigDecimal.valueOf(100);

    /** The answers of a text such as {@code =one ~two#why}. */
    static List<GiftAnswer> all(String text) {
        List<GiftAnswer> answers = new ArrayList<>();
        int start = next(text, 0);
        while (start < text.length()) {
            int end = next(text, start + 1);
            answers.add(one(text.charAt(start) == '=', text.substring(start + 1, end)));
            start = end;
        }
        return List.copyOf(answers);
    }

    private static int next(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '=' || text.charAt(i) == '~') {
                return i;
            }
        }
        return text.length();
    }

    static GiftAnswer one(boolean right, String raw) {
        Matcher weight = WEIGHT.matcher(raw);
        boolean weighted = weight.find();
        String rest = weighted ? raw.substring(weight.end()) : raw;
        int feedback = rest.indexOf('#');
        return new GiftAnswer(
                right,
                weighted ? new BigDecimal(weight.group(1).replace(',', '.')) : right ? FULL : BigDecimal.ZERO,
                weighted,
                (feedback < 0 ? rest : rest.substring(0, feedback)).strip(),
                feedback < 0 ? "" : rest.substring(feedback + 1).strip());
    }

    boolean full() {
        return weight.compareTo(FULL) == 0;
    }
}

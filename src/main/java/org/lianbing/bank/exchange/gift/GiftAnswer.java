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
 * @param whole the text with what may be a weight before it
 * @param text signs still put aside
 * @param feedback likewise; may be empty
 */
record GiftAnswer(boolean right, BigDecimal weight, boolean weighted, String whole, String text, String feedback) {

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
        int end = raw.indexOf('#');
        return new GiftAnswer(
                right,
                weighted ? new BigDecimal(weight.group(1).replace(',', '.')) : right ? FULL : BigDecimal.ZERO,
                weighted,
                (end < 0 ? raw : raw.substring(0, end)).strip(),
                (feedback < 0 ? rest : rest.substring(0, feedback)).strip(),
                feedback < 0 ? "" : rest.substring(feedback + 1).strip());
    }

    /** As an option that is picked: what is right there has no weight but all, and begins as it likes. */
    GiftAnswer picked() {
        return right ? new GiftAnswer(true, FULL, false, whole, whole, feedback) : this;
    }

    boolean full() {
        return weight.compareTo(FULL) == 0;
    }
}

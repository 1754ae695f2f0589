package org.lianbing.bank.exchange.wide;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Options that stand together in one cell: on lines of their own, between bars, or each behind its letter. */
final class AllOptions {

    private static final Pattern LETTERED = Pattern.compile("(?:^|(?<=[\\s|;；]))\\s*(?=[A-HＡ-Ｈ][、.．:：)）])");
    private static final Pattern LETTER = Pattern.compile("^\\s*[A-HＡ-Ｈ]\\s*[、.．:：)）]\\s*");

    private AllOptions() {}

    static List<String> split(String text) {
        String[] parts = LETTERED.split(text);
        if (parts.length < 2) {
            parts = text.contains("|") ? text.split("\\|") : text.split("\\n");
        }
        List<String> options = new ArrayList<>();
        for (String part : parts) {
            String option = withoutLetter(part.replaceAll("[|;；]\\s*$", "")).strip();
            if (!option.isEmpty()) {
                options.add(option);
            }
        }
        return options;
    }

    static String withoutLetter(String option) {
        return LETTER.matcher(option).replaceFirst("");
    }

    static boolean hasLetter(String option, String letter) {
        return LETTER.matcher(option).find() && Folded.of(option).startsWith(letter);
    }
}

package org.lianbing.paper.print;

import java.math.BigDecimal;
import java.util.Locale;

import org.springframework.context.MessageSource;

/** Texts of printed paper in one language. */
record Words(MessageSource texts, Locale language) {

    String get(String key, Object... arguments) {
        return texts.getMessage("paper.print." + key, arguments, language);
    }

    /** A text of the module at large. */
    String of(String key) {
        return texts.getMessage(key, null, language);
    }

    static String points(BigDecimal points) {
        return points.signum() == 0 ? "0" : points.stripTrailingZeros().toPlainString();
    }

    /** The numbers of the first and the last slot of a run. */
    String range(int first, int last) {
        return first == last ? String.valueOf(first) : get("range", String.valueOf(first), String.valueOf(last));
    }
}

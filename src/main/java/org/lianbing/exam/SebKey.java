package org.lianbing.exam;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.lianbing.base.Problem;

/**
 * A Config Key or a Browser Exam Key of Safe Exam Browser.
 *
 * @param hex 64 hexadecimal digits, lower case
 */
public record SebKey(String hex) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;，；、]+");
    private static final int SHOWN = 80;

    public SebKey {
        hex = hex.strip().toLowerCase(Locale.ROOT);
        if (!SHAPE.matcher(hex).matches()) {
            throw Problem.invalid("exam.seb-key", hex.substring(0, Math.min(hex.length(), SHOWN)));
        }
    }

    /** Reads several, with blanks, commas or line ends between them. */
    public static List<SebKey> list(String text) {
        return Arrays.stream(BETWEEN.split(text.strip()))
                .filter(one -> !one.isEmpty())
                .map(SebKey::new)
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return hex;
    }
}

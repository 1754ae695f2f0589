package org.lianbing.base;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;

/**
 * How many digits a number may have that somebody typed or sent. A text of a few characters such as {@code 1e999999999} is a number too,
 * but whoever writes it out or adds to it needs more memory than there is: so it is refused where it is read.
 */
public final class Digits {

    /** Of a number in an item, and behind or before its point. */
    public static final int MOST = 15;

    /** Of a weight, which may be a twelfth as a sheet works it out. */
    public static final int MOST_OF_WEIGHT = 30;

    /** Of any number that is sent. */
    public static final int MOST_SENT = 100;

    /** Which places a result may be rounded to. */
    public static final int MOST_DECIMALS = 9;

    /** Signs, a point and zeros in front come to the digits. */
    private static final int LONGEST = 40;

    private Digits() {}

    /** Whether a number can be written out and computed with. */
    public static boolean fit(BigDecimal value) {
        return fit(value, MOST);
    }

    /** Whether it has no more digits than so many, altogether and behind or before its point. */
    public static boolean fit(BigDecimal value, int most) {
        return value.precision() <= most && Math.abs((long) value.scale()) <= most;
    }

    /** Reads what a person typed, in characters of any width; nothing where it is no number, or none that {@link #fit}. */
    public static Optional<BigDecimal> read(String text) {
        return read(text, MOST);
    }

    /** The same with no more digits than so many. */
    public static Optional<BigDecimal> read(String text, int most) {
        String typed = text.strip();
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(Normalizer.normalize(typed, Normalizer.Form.NFKC)))
                    .filter(number -> fit(number, most));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}

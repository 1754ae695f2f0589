package org.lianbing.bank.exchange.text;

import java.math.BigDecimal;

/** Numbers as files write them. */
public final class Numbers {

    private static final int LONGEST = 60;
    /** Beyond it a short text such as {@code 1e999999999} would be written out with as many digits. */
    private static final int LARGEST_POWER = 60;

    private Numbers() {}

    /**
     * The number of a text; a comma may stand for the point.
     *
     * @throws NumberFormatException where it is none, or out of all proportion
     */
    public static BigDecimal of(String text) {
        String plain = text.strip().replace(',', '.').replace('−', '-').replaceAll("\\s", "");
        if (plain.length() > LONGEST) {
            throw new NumberFormatException("long");
        }
        BigDecimal number = new BigDecimal(plain);
        if (Math.abs((long) number.scale()) > LARGEST_POWER) {
            throw new NumberFormatException("power");
        }
        return number;
    }
}

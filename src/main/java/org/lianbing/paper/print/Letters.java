package org.lianbing.paper.print;

import java.util.Locale;

/** How options, forms and sections are named on paper. */
public final class Letters {

    private static final int ALPHABET = 26;
    private static final String[] DIGITS = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    private static final String[] ROMAN_TENS = {"", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"};
    private static final String[] ROMAN_ONES = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
    private static final int TEN = 10;

    private Letters() {}

    /** A to Z, then AA, AB and so on; from 0. */
    public static String of(int place) {
        return place < ALPHABET
                ? String.valueOf((char) ('A' + place))
                : of(place / ALPHABET - 1) + of(place % ALPHABET);
    }

    /**
     * The name of a form: A, B, behind Z two letters; empty where there is one alone.
     *
     * @param number from 1
     * @param forms how many there are
     */
    public static String form(int number, int forms) {
        return forms == 1 ? "" : of(number - 1);
    }

    /**
     * A slot as people name it: 12, or B12 where there are several forms.
     *
     * @param form from 1; 0 where there is one alone
     */
    public static String slot(int form, int number) {
        return form == 0 ? String.valueOf(number) : of(form - 1) + number;
    }

    /** The number of a section, 1 to 99: 一, 十二; in English I, XII. */
    static String section(int number, Locale language) {
        int tens = number / TEN;
        int ones = number % TEN;
        if (language.getLanguage().equals("en")) {
            return ROMAN_TENS[tens] + ROMAN_ONES[ones];
        }
        String ten = tens == 0 ? "" : tens == 1 ? "十" : DIGITS[tens] + "十";
        return ten + DIGITS[ones];
    }
}

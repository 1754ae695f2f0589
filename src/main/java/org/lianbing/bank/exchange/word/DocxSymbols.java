package org.lianbing.bank.exchange.word;

import java.util.HashMap;
import java.util.Map;

/** Signs of fonts that have a picture in the place of each letter: Symbol, and the ticks and crosses of Wingdings. */
final class DocxSymbols {

    private static final String SYMBOL = "Symbol";
    private static final int PRIVATE = 0xF000;
    private static final String TICKS = "\uF0FC\uF0FE\uF052\uF050\u2611";
    private static final String CROSSES = "\uF0FB\uF0FD\uF054\uF04F\u2612";
    private static final int CIRCLE_ONE = 0xF081;
    private static final int CIRCLE_TEN = 0xF08A;

    /** The encoding of Symbol as Unicode's own table of Adobe gives it, for what differs from ASCII. */
    private static final Map<Integer, Character> SIGNS = new HashMap<>();

    static {
        take(0x41, "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ");
        take(0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ");
        take(0xA2, "′≤⁄∞");
        take(0xAB, "↔←↑→↓°±″≥×∝∂•÷≠≡≈…");
        take(0xC5, "⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇");
        take(0xD5, "∏√⋅¬∧∨⇔⇐⇑⇒⇓");
        SIGNS.put(0x22, '∀');
        SIGNS.put(0x24, '∃');
        SIGNS.put(0x2D, '−');
        SIGNS.put(0x40, '≅');
        SIGNS.put(0x5C, '∴');
        SIGNS.put(0x5E, '⊥');
        SIGNS.put(0xE5, '∑');
        SIGNS.put(0xF2, '∫');
    }

    private DocxSymbols() {}

    private static void take(int from, String signs) {
        for (int i = 0; i < signs.length(); i++) {
            SIGNS.put(from + i, signs.charAt(i));
        }
    }

    /** A text as a person sees it in that font. */
    static String shown(String text, String font) {
        StringBuilder out = new StringBuilder(text.length());
        for (char sign : text.toCharArray()) {
            out.append(sign < PRIVATE && sign != '\u2611' && sign != '\u2612' ? sign : one(sign, font));
        }
        return out.toString();
    }

    private static char one(char sign, String font) {
        if (font.equals(SYMBOL) && sign >= PRIVATE && sign <= PRIVATE + 0xFF) {
            int place = sign - PRIVATE;
            return SIGNS.getOrDefault(place, place < 0x7F ? (char) place : sign);
        }
        if (sign >= CIRCLE_ONE && sign <= CIRCLE_TEN && font.equals("Wingdings")) {
            return (char) ('①' + sign - CIRCLE_ONE);
        }
        return TICKS.indexOf(sign) >= 0 ? '√' : CROSSES.indexOf(sign) >= 0 ? '×' : sign;
    }

    /** The sign of a {@code w:sym}; empty where its code is none. */
    static String symbol(String code, String font) {
        if (!code.matches("[0-9A-Fa-f]{2,4}")) {
            return "";
        }
        int sign = Integer.parseInt(code, 16);
        return shown(String.valueOf((char) (sign <= 0xFF ? sign + PRIVATE : sign)), font);
    }
}

package org.lianbing.bank.exchange.gift;

/**
 * Whether the lines of a question so far end it. Takes line after line and looks at each once, so that a question of very
 * many lines takes no longer than its length.
 */
final class GiftEnding {

    private final StringBuilder inner = new StringBuilder();
    /** How many braces are open; below none where one too many was closed. */
    private int depth;

    private boolean unmatched;
    private int filled;
    private char last;

    /** Takes further text, with whole lines. */
    void take(String text) {
        String aside = GiftSigns.aside(text);
        for (int i = 0; i < aside.length(); i++) {
            char sign = aside.charAt(i);
            if (!Character.isWhitespace(sign)) {
                last = sign;
            }
            sign(sign);
        }
    }

    private void sign(char sign) {
        if (sign == '}') {
            depth--;
            unmatched |= depth < 0;
            if (depth == 0) {
                filled += GiftBraces.answers(inner) ? 1 : 0;
                inner.setLength(0);
            }
        }
        if (depth > 0 && !unmatched) {
            inner.append(sign);
        }
        if (sign == '{') {
            depth++;
        }
    }

    /** Whether a brace is open, so that a blank line belongs to the answers. */
    boolean open() {
        return depth > 0;
    }

    /** Whether the answers of a question are there and end its last line. */
    boolean answered() {
        return last == '}' && depth == 0 && !unmatched && filled == 1;
    }

    /** Another question begins. */
    void clear() {
        inner.setLength(0);
        depth = 0;
        unmatched = false;
        filled = 0;
        last = 0;
    }
}

package org.lianbing.base.sheet;

/** Space as it stands in workbooks: also the ideographic one. */
public final class Blanks {

    private Blanks() {}

    /** The text without the space around it. */
    public static String strip(String text) {
        return text.replaceAll("^[\\s\\u3000\\u00a0]+|[\\s\\u3000\\u00a0]+$", "");
    }

    /** How far the text is set in: an ideographic space counts as two, a tab as four. */
    public static int before(String text) {
        int wide = 0;
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            if (at == '\t') {
                wide += 4;
            } else if (at == '\u3000') {
                wide += 2;
            } else if (Character.isWhitespace(at) || at == '\u00a0') {
                wide++;
            } else {
                break;
            }
        }
        return wide;
    }
}

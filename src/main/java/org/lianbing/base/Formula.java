package org.lianbing.base;

import java.util.Optional;

import org.commonmark.node.CustomNode;

/** A formula in a text, as TeX between dollar signs; a displayed one stands on a line of its own. */
public final class Formula extends CustomNode {

    private final String tex;
    private final boolean displayed;

    Formula(String tex, boolean displayed) {
        this.tex = tex;
        this.displayed = displayed;
    }

    /** The formula with its TeX as it stands in a piece of Markdown; empty where the piece is something else. */
    Optional<Formula> standingIn(String piece) {
        String dollars = displayed ? "$$" : "$";
        int length = dollars.length();
        boolean whole = piece.length() > 2 * length && piece.startsWith(dollars) && piece.endsWith(dollars);
        String standing = whole ? piece.substring(length, piece.length() - length) : "";
        return whole && onOneLine(standing).equals(tex)
                ? Optional.of(new Formula(standing, displayed))
                : Optional.empty();
    }

    /** TeX as a formula has it, without spaces around it. */
    static String onOneLine(String tex) {
        return tex.replaceAll("\\s*\\n\\s*", " ").stripLeading().replaceFirst("(?<!\\\\)\\s+$", "");
    }

    /** The TeX without the dollar signs around it, on one line. */
    public String tex() {
        return tex;
    }

    public boolean displayed() {
        return displayed;
    }

    /** As it stands in Markdown. */
    public String source() {
        String dollars = displayed ? "$$" : "$";
        return dollars + tex + dollars;
    }
}

package org.lianbing.base;

import org.commonmark.node.CustomNode;

/** A formula in a text, as TeX between dollar signs; a displayed one stands on a line of its own. */
public final class Formula extends CustomNode {

    private final String tex;
    private final boolean displayed;

    Formula(String tex, boolean displayed) {
        this.tex = tex;
        this.displayed = displayed;
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

package org.lianbing.bank.exchange.qti;

import org.lianbing.bank.rules.InteractionRules;

/** A passage that several items share, and that is written into each of them. */
final class SharedPassage {

    private SharedPassage() {}

    /**
     * A passage that no item can hold is cut where it is one letter too long: so the item is refused for it, and hundreds
     * of them that wait to be looked at do not fill the memory with copies of it.
     */
    static String bounded(String passage) {
        return passage.length() <= InteractionRules.LONGEST_TEXT
                ? passage
                : passage.substring(0, InteractionRules.LONGEST_TEXT) + "…";
    }
}

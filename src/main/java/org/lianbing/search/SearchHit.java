package org.lianbing.search;

import java.util.UUID;

/**
 * A document that was found.
 *
 * @param id which
 * @param title whole, with what was looked for marked
 * @param text a piece of the text around what was looked for; empty where it stands in the title alone
 */
public record SearchHit(UUID id, Marked title, Marked text) {

    private static final int EXCERPT = 90;

    /** A hit with its places marked. */
    public static SearchHit of(UUID id, String title, String text, Highlighter highlighter) {
        return new SearchHit(id, highlighter.mark(title), highlighter.excerpt(text, EXCERPT));
    }
}

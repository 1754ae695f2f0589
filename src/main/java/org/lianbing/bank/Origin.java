package org.lianbing.bank;

/**
 * Where an item comes from. Each part may be empty.
 *
 * @param source the book, contest or unit
 * @param permission by what right it is used here: whose, or under which licence
 * @param edition of the source or of the standard it follows
 * @param credit whom it is owed to, where that is not the one who typed it in
 */
public record Origin(String source, String permission, String edition, String credit) {

    /** Nothing is known. */
    public static final Origin NONE = new Origin("", "", "", "");

    /** The source alone. */
    public static Origin of(String source) {
        return source.isEmpty() ? NONE : new Origin(source, "", "", "");
    }
}

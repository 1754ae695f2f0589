package org.lianbing.bank;

/** Who beside the unit of an item, and those above it, may see the item. */
public enum Sharing {
    /** Nobody else. */
    UNIT,
    /** Those below the unit too: its whole line up and down. */
    LINE,
    /** Everybody of the trade. */
    ALL;

    /** What a new item gets: practice is for all, what exams use stays in its unit. */
    public static Sharing usual(Secrecy secrecy) {
        return secrecy == Secrecy.OPEN ? ALL : UNIT;
    }
}

package org.lianbing.search;

/** In which order hits come. */
public enum SearchOrder {
    /**
     * First those that have the words as they were typed, then those that have them in the title, then the newest; the
     * newest alone where nothing was typed.
     */
    BEST,
    NEWEST,
    /** By code, as a machine sorts. */
    CODE,
    /** The easiest first. */
    DIFFICULTY
}

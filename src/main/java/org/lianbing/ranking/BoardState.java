package org.lianbing.ranking;

/** What the public sees of a board: nothing, the standing as it changes, or the last word. */
public enum BoardState {
    HIDDEN,
    LIVE,
    FINAL
}

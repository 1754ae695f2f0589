package org.lianbing.attempt;

/** Where an attempt stands. Only what was started is swept or scored. */
public enum AttemptState {
    PREPARED,
    STARTED,
    HANDED_IN,
    CLOSED,
    ABSENT,
    VOID
}

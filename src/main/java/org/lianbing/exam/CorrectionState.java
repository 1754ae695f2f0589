package org.lianbing.exam;

/** Waits for a second person; in force; refused by that person; or taken back by the one who proposed it. */
public enum CorrectionState {
    PROPOSED,
    APPROVED,
    REFUSED,
    WITHDRAWN
}

package org.lianbing.competition;

/** Being prepared; its papers being made; opened, with paper and roster fixed; closed, with results out. */
public enum CompetitionState {
    DRAFT,
    OPENING,
    OPEN,
    CLOSED
}

package org.lianbing.competition;

/** Being prepared; opened, with paper and roster fixed; closed, with results out. */
public enum CompetitionState {
    DRAFT,
    OPEN,
    CLOSED
}

package org.lianbing.organization;

/** The lines in which units stand at once; a contest or a report chooses one. */
public enum Line {
    TERRITORIAL,
    INDUSTRIAL,
    GROUP
}

package org.lianbing.exam;

/** When candidates learn their results: as soon as everybody is done and scored, or when the organizer says so. */
public enum ReleaseRule {
    AUTOMATIC,
    MANUAL
}

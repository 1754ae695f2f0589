package org.lianbing.practice;

/** Where the items of a drill came from. */
public enum DrillSource {
    NEW,
    MISTAKES,
    POINTS,
    MISSED
}

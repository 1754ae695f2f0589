package org.lianbing.exam;

/** How long somebody may work who does not start at the opening. */
public enum LateStart {
    /** The full time from the own start. The end of the window is the last moment to start, not to work. */
    FULL,
    /**
     * The full time from the own start, but nobody works after the end of the window. So it was before there was a
     * choice: exams of that time, and those for which nothing is said, go on under it.
     */
    WITHIN_WINDOW,
    /** What is left: whoever starts late ends with all, the full time after the opening or at the end of the window. */
    REMAINING
}

package org.lianbing.exam;

/** Where the clock stands for an exam. The opening instant belongs to OPEN, the closing instant to OVER. */
public enum ExamPhase {
    BEFORE,
    OPEN,
    OVER
}

package org.lianbing.exam;

/** Where an exam stands. */
public enum ExamState {
    SCHEDULED,
    RELEASED,
    CANCELLED
}

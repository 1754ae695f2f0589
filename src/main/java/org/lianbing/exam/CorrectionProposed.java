package org.lianbing.exam;

/** A correction waits for a second person. */
public record CorrectionProposed(ExamId exam, CorrectionId correction) {}

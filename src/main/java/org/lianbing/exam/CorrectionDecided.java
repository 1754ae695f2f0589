package org.lianbing.exam;

/** A second person approved or refused a correction. */
public record CorrectionDecided(ExamId exam, CorrectionId correction, boolean approved) {}

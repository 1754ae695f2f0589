package org.lianbing.exam;

/** A correction of a key came into force; everybody is to be scored by it. */
public record CorrectionApproved(ExamId exam, CorrectionId correction) {}

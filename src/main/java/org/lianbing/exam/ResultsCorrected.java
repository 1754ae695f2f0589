package org.lianbing.exam;

import java.time.Instant;

/** Something was decided about an attempt by which results of an exam change. */
public record ResultsCorrected(ExamId exam, Instant at) {}

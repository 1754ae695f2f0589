package org.lianbing.exam;

import java.time.Instant;

/** Results came out; candidates may see them. */
public record ExamReleased(ExamId exam, Instant at) {}

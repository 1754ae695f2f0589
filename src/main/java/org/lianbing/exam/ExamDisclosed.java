package org.lianbing.exam;

import java.time.Instant;

/** Whatever of scores, answers and explanations comes out is out; the items of the paper were given back. */
public record ExamDisclosed(ExamId exam, Instant at) {}

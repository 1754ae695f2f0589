package org.lianbing.exam.marking;

import java.math.BigDecimal;
import java.time.Instant;

/** A mark that a marker gave, in their own list: which answer, how many points, when. */
public record GivenMark(AnswerId answer, int number, BigDecimal points, Instant at) {}

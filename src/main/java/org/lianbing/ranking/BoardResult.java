package org.lianbing.ranking;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * A result as it goes into the ranking.
 *
 * @param subject whose
 * @param maskedName as public lists show it: 张*三
 * @param unit the name of the unit
 * @param score more is better
 * @param timeUsed less is better among equal scores
 * @param endedAt earlier is better among equal scores and times
 */
public record BoardResult(
        SubjectId subject, String maskedName, String unit, BigDecimal score, Duration timeUsed, Instant endedAt) {}

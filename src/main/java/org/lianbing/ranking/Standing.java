package org.lianbing.ranking;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * A place on a board. Two share a place only when score, time used and end are all equal; the place after them is then
 * left out.
 *
 * @param place from 1
 * @param subject whose
 * @param maskedName as public lists show it: 张*三
 * @param unit the name of the unit
 * @param score what was reached
 * @param timeUsed from start to end
 * @param endedAt when it was handed in or closed
 */
public record Standing(
        int place,
        SubjectId subject,
        String maskedName,
        String unit,
        BigDecimal score,
        Duration timeUsed,
        Instant endedAt) {}

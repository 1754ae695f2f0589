package org.lianbing.practice;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.lianbing.attempt.AttemptId;
import org.lianbing.base.Level;
import org.lianbing.base.PersonId;
import org.lianbing.base.TradeId;

/**
 * A drill as it was drawn.
 *
 * @param id which
 * @param person whose
 * @param trade for which trade, or null for a drill over several
 * @param level at which level, or null
 * @param source where its items came from
 * @param items how many
 * @param attempt the run through it
 * @param startedAt when
 */
public record Drill(
        DrillId id,
        PersonId person,
        @Nullable TradeId trade,
        @Nullable Level level,
        DrillSource source,
        int items,
        AttemptId attempt,
        Instant startedAt) {}

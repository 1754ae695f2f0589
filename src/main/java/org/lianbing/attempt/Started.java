package org.lianbing.attempt;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.lianbing.paper.FormId;

/**
 * An attempt that runs, with the token that opens it.
 *
 * @param attemptId which
 * @param form at which form
 * @param token signed; good for this attempt, person and epoch
 * @param behaviour when feedback comes
 * @param epoch counts the take-overs, from 1
 * @param startedAt when the first start was
 * @param deadline when it closes; null for never
 * @param first whether this start began it, so that there is nothing answered yet
 */
public record Started(
        AttemptId attemptId,
        FormId form,
        String token,
        Behaviour behaviour,
        int epoch,
        Instant startedAt,
        @Nullable Instant deadline,
        boolean first) {}

package org.lianbing.attempt;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An attempt that runs, with the token that opens it.
 *
 * @param attemptId which
 * @param token signed; good for this attempt, person and epoch
 * @param behaviour when feedback comes
 * @param epoch counts the take-overs, from 1
 * @param startedAt when the first start was
 * @param deadline when it closes; null for never
 */
public record Started(
        AttemptId attemptId,
        String token,
        Behaviour behaviour,
        int epoch,
        Instant startedAt,
        @Nullable Instant deadline) {}

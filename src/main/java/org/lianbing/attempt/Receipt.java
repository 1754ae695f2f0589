package org.lianbing.attempt;

import java.time.Instant;

/**
 * What a candidate holds in hand after handing in.
 *
 * @param attemptId which
 * @param state HANDED_IN, or CLOSED where the time ran out, in an open player too
 * @param handedInAt when; the deadline where it came first
 * @param answered how many slots hold a response
 * @param items how many there are
 * @param timeUsedSeconds from start to end
 * @param digest hash chain over all steps in order, hexadecimal
 */
public record Receipt(
        AttemptId attemptId,
        AttemptState state,
        Instant handedInAt,
        int answered,
        int items,
        long timeUsedSeconds,
        String digest) {}

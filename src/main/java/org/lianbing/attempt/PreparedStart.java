package org.lianbing.attempt;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.PersonId;

/**
 * Somebody who starts a prepared attempt.
 *
 * @param request as for starting one that is not prepared
 * @param device a random name the client keeps
 * @param at when the start arrived; it stays, however often it is sent again
 */
public record PreparedStart(AttemptRequest request, String device, Instant at) {

    /** Who starts. */
    public PersonId person() {
        return request.person();
    }

    /** Deadline and grace; null for never. */
    public @Nullable Instant acceptUntil() {
        Instant deadline = request.deadline();
        return deadline == null ? null : deadline.plus(request.grace());
    }
}

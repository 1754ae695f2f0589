package org.lianbing.attempt.journal;

import java.time.Instant;

import org.lianbing.attempt.AttemptId;

/**
 * One record of a response, checked against the form.
 *
 * @param attempt whose attempt
 * @param epoch of the device that sent it
 * @param sequence the client's number, from 1, growing within the epoch
 * @param slot which slot
 * @param value JSON in the one form in which the journal keeps responses
 * @param receivedAt when it reached the server: this decides about the deadline
 */
public record Step(AttemptId attempt, int epoch, int sequence, int slot, String value, Instant receivedAt) {

    /** What makes a step the same step. */
    public record Key(AttemptId attempt, int epoch, int sequence) {}

    /** Its key. */
    public Key key() {
        return new Key(attempt, epoch, sequence);
    }
}

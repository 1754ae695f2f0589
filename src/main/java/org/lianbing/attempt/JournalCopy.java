package org.lianbing.attempt;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * All that a candidate answered, step by step, with the chain that ends in the number on the receipt. No key and no
 * score is in it.
 *
 * @param attempt which
 * @param title as the candidate reads it
 * @param state how it ended
 * @param endedAt when
 * @param digest on the receipt; null where there is none yet
 * @param start the digest before the first step
 * @param entries in the order of the chain
 */
public record JournalCopy(
        AttemptId attempt,
        String title,
        AttemptState state,
        @Nullable Instant endedAt,
        @Nullable String digest,
        String start,
        List<Entry> entries) {

    /**
     * A step.
     *
     * @param epoch of the device that sent it
     * @param sequence the device's number
     * @param slot which slot of the form
     * @param position where the candidate saw it, from 1
     * @param value JSON text, byte for byte what goes into the chain
     * @param receivedAt when the server had it
     * @param digest after this step
     */
    public record Entry(
            int epoch, int sequence, int slot, int position, String value, Instant receivedAt, String digest) {}

    public JournalCopy {
        entries = List.copyOf(entries);
    }
}

package org.lianbing.attempt.journal;

import java.util.Map;

/**
 * What a journal comes to. However often a text was saved while somebody typed, no more is held than what stands.
 *
 * @param digest the chain over all steps, hexadecimal
 * @param latest of each slot that has a step the value of the last one, as JSON text
 */
public record JournalSum(String digest, Map<Integer, String> latest) {

    public JournalSum {
        latest = Map.copyOf(latest);
    }
}

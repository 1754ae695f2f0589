package org.lianbing.ranking;

import java.time.Instant;
import java.util.List;

/**
 * Something that is said below a board, as a correction of its results (勘误).
 *
 * @param code the key of the sentence in the translations
 * @param arguments what stands in its places
 * @param words what somebody wrote, shown as it is; may be empty
 * @param at when
 */
public record BoardNote(String code, List<String> arguments, String words, Instant at) {

    public BoardNote {
        arguments = List.copyOf(arguments);
    }
}

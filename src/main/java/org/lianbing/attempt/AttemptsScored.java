package org.lianbing.attempt;

import java.util.List;

/** Attempts of one purpose were scored; at most 500. */
public record AttemptsScored(Purpose purpose, List<AttemptId> attempts) {

    public AttemptsScored {
        attempts = List.copyOf(attempts);
    }
}

package org.lianbing.exam;

import java.util.List;

import org.lianbing.attempt.PastScore;

/**
 * A result that stays on record after a regrade put another one in its place.
 *
 * @param past what it was, and when it was replaced
 * @param causes the corrections that did it: what, why, and by whom
 */
public record ReplacedResult(PastScore past, List<CorrectionProposal> causes) {

    public ReplacedResult {
        causes = List.copyOf(causes);
    }

    /** Without what did it. */
    ReplacedResult closed() {
        return new ReplacedResult(past, List.of());
    }
}

package org.lianbing.attempt;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.PersonId;

/**
 * What somebody found in a written response.
 *
 * @param slot which response of the attempt
 * @param opinion 1 or 2, given without knowing of each other; 3 where these differ
 * @param revision counts the second thoughts of this opinion, from 1; the last one stands
 * @param marker who
 * @param points given for each point of the rubric, by its token
 * @param fraction what they come to, 0 to 1
 * @param comment for the candidate; may be empty
 * @param reason why it took the place of the revision before; null for the first
 * @param at when
 */
public record Mark(
        int slot,
        int opinion,
        int revision,
        PersonId marker,
        Map<String, BigDecimal> points,
        BigDecimal fraction,
        String comment,
        @Nullable String reason,
        Instant at) {

    public Mark {
        points = Map.copyOf(points);
    }
}

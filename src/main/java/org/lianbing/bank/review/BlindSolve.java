package org.lianbing.bank.review;

import java.time.Instant;
import java.util.List;

import org.lianbing.bank.ItemVersionId;
import org.lianbing.base.PersonId;

/**
 * What a reviewer answered before they saw the key.
 *
 * @param version what was answered
 * @param person by whom
 * @param at when
 * @param response as {@link BlindPaper} reads it
 * @param agrees whether the key says the same
 */
public record BlindSolve(ItemVersionId version, PersonId person, Instant at, List<String> response, boolean agrees) {

    public BlindSolve {
        response = List.copyOf(response);
    }
}

package org.lianbing.bank.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemVersionId;
import org.lianbing.base.PersonId;

/**
 * What a reviewer answered before they saw the key.
 *
 * @param version what was answered
 * @param person by whom
 * @param at when
 * @param response as {@link Comparison} reads it
 * @param verdicts whether the key says the same, one for each part of a 案例 and else one; null where no machine can tell
 *     and the reviewer has not said it yet
 */
public record BlindSolve(
        ItemVersionId version, PersonId person, Instant at, List<String> response, List<@Nullable Boolean> verdicts) {

    public BlindSolve {
        response = List.copyOf(response);
        verdicts = Collections.unmodifiableList(new ArrayList<>(verdicts));
    }

    /** Whether the key says the same in all parts; null while it is open and no part disagrees. */
    public @Nullable Boolean agrees() {
        if (disagrees()) {
            return false;
        }
        return settled() ? true : null;
    }

    /** Whether some part says something else than the key. */
    public boolean disagrees() {
        return verdicts.contains(Boolean.FALSE);
    }

    /** Whether there is a verdict on every part. */
    public boolean settled() {
        return verdicts.stream().allMatch(Objects::nonNull);
    }
}

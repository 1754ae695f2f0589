package org.lianbing.bank.call;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.PersonId;

/**
 * A call for items (征集).
 *
 * @param id which
 * @param draft what it asks for
 * @param madeBy who asks
 * @param closedAt when it was closed before its last day; null otherwise
 * @param received how many proposals came
 * @param taken how many of them were taken
 */
public record Call(
        CallId id,
        CallDraft draft,
        PersonId madeBy,
        @Nullable Instant closedAt,
        int received,
        int taken) {

    /** Whether it takes proposals on that day. */
    public boolean openOn(LocalDate day) {
        return closedAt == null && !day.isBefore(draft.opens()) && !day.isAfter(draft.closes());
    }
}

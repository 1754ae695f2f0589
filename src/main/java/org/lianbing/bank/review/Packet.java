package org.lianbing.bank.review;

import java.time.Instant;
import java.time.LocalDate;

import org.lianbing.base.PersonId;
import org.lianbing.base.TradeId;

/**
 * Items dealt to one reviewer.
 *
 * @param id which
 * @param trade whose items
 * @param title a few words for people
 * @param reviewer who looks at them
 * @param dueOn the last day
 * @param dealtBy who dealt
 * @param dealtAt when
 * @param items how many it holds
 * @param done how many of them are decided
 */
public record Packet(
        PacketId id,
        TradeId trade,
        String title,
        PersonId reviewer,
        LocalDate dueOn,
        PersonId dealtBy,
        Instant dealtAt,
        int items,
        int done) {

    /** Whether everything in it is decided. */
    public boolean finished() {
        return done >= items;
    }

    /** Whether something is still to do after its last day. */
    public boolean overdue(LocalDate today) {
        return !finished() && today.isAfter(dueOn);
    }
}

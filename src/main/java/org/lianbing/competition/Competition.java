package org.lianbing.competition;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.PersonId;
import org.lianbing.base.UnitId;

/**
 * A competition.
 *
 * @param id which
 * @param unit who holds it; the organizers of this unit and of those above see it
 * @param organizer who made it
 * @param draft what was filled in
 * @param state where it stands
 * @param stage its exam and board; null until it is opened
 * @param closedAt when results came out, or null
 * @param opening how far its opening is; of a draft why the last one came to nothing. Null where there is none
 */
public record Competition(
        CompetitionId id,
        UnitId unit,
        PersonId organizer,
        CompetitionDraft draft,
        CompetitionState state,
        @Nullable Stage stage,
        @Nullable Instant closedAt,
        @Nullable OpeningProgress opening) {

    /** Whether its papers are being made. */
    public boolean isBeingOpened() {
        return state == CompetitionState.OPENING;
    }
}

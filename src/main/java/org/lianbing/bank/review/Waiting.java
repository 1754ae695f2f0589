package org.lianbing.bank.review;

import java.time.LocalDate;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Secrecy;
import org.lianbing.base.Level;
import org.lianbing.base.PersonId;
import org.lianbing.base.TradeId;

/**
 * An item that waits for review.
 *
 * @param item which
 * @param code its code
 * @param trade whose
 * @param type how it is answered
 * @param levels of what is proposed
 * @param secrecy who may meet it
 * @param stem Markdown
 * @param author who wrote what is proposed; null for the bank on disk
 * @param packet the packet it waits in, or null
 * @param reviewer to whom it was dealt, or null
 * @param dueOn the last day of the packet, or null
 */
public record Waiting(
        ItemId item,
        String code,
        TradeId trade,
        ItemType type,
        Set<Level> levels,
        Secrecy secrecy,
        String stem,
        @Nullable PersonId author,
        @Nullable PacketId packet,
        @Nullable PersonId reviewer,
        @Nullable LocalDate dueOn) {

    /** Which part of what waits. */
    public enum Part {
        /** Dealt to the actor. */
        MINE,
        /** Dealt to nobody. */
        FREE,
        /** Everything, the actor's own first, then what nobody has. */
        ALL
    }

    /**
     * How much waits.
     *
     * @param mine dealt to the actor
     * @param free dealt to nobody
     * @param all everything
     * @param overdue of the actor's, what is past its day
     */
    public record Counts(int mine, int free, int all, int overdue) {}
}

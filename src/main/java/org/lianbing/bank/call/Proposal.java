package org.lianbing.bank.call;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemId;
import org.lianbing.base.PersonId;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;

/**
 * A proposed item.
 *
 * @param id which
 * @param call the call it answers; null for none
 * @param trade for which trade
 * @param person who proposes it
 * @param unit where they belonged then
 * @param sheet what they wrote
 * @param state where it stands
 * @param savedAt when it was last written on
 * @param due by when it is to be answered; null before it was sent
 * @param outcome what became of it; null while it waits
 */
public record Proposal(
        ProposalId id,
        @Nullable CallId call,
        TradeId trade,
        PersonId person,
        UnitId unit,
        ProposalSheet sheet,
        ProposalState state,
        Instant savedAt,
        @Nullable LocalDate due,
        @Nullable Outcome outcome) {

    /**
     * What became of a proposal.
     *
     * @param item the item it became; null where it was declined
     * @param published whether that is in force now
     * @param changed whether others changed it
     * @param answer what was answered; may be empty
     * @param at when
     */
    public record Outcome(@Nullable ItemId item, boolean published, boolean changed, String answer, Instant at) {}
}

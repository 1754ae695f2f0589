package org.lianbing.bank.review;

import java.time.LocalDate;
import java.util.List;

import org.lianbing.bank.ItemId;
import org.lianbing.base.PersonId;
import org.lianbing.base.TradeId;

/**
 * Items to be dealt evenly among people; with one person, all to them.
 *
 * @param trade whose items
 * @param title a few words for people; blank lets the day stand for it
 * @param items which; those that are not in review are left out and said
 * @param reviewers among whom
 * @param dueOn the last day
 */
public record Deal(TradeId trade, String title, List<ItemId> items, List<PersonId> reviewers, LocalDate dueOn) {

    public Deal {
        items = List.copyOf(items);
        reviewers = List.copyOf(reviewers);
    }

    /**
     * What came of it.
     *
     * @param packets one for each reviewer who got something
     * @param left what nobody got: its author is the only one to choose, or it is not in review
     */
    public record Dealt(List<Packet> packets, List<ItemId> left) {}
}

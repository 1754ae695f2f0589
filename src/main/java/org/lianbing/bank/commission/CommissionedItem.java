package org.lianbing.bank.commission;

import java.time.Instant;

import org.lianbing.bank.ItemId;
import org.lianbing.base.PersonId;

/**
 * An item that was written for a commission.
 *
 * @param item which
 * @param author who wrote it
 * @param at when
 */
public record CommissionedItem(ItemId item, PersonId author, Instant at) {}

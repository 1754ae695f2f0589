package org.lianbing.bank.review;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemId;
import org.lianbing.base.PersonId;

/**
 * An item in review that can be dealt.
 *
 * @param item which
 * @param code its code
 * @param author who wrote what is proposed; null for the bank on disk
 */
public record Dealable(ItemId item, String code, @Nullable PersonId author) {}

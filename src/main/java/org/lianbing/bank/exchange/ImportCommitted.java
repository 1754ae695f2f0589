package org.lianbing.bank.exchange;

import java.util.List;

import org.lianbing.bank.ItemId;

/**
 * What a commit did.
 *
 * @param items the drafts it made
 * @param left rows that are still there to be mended
 */
public record ImportCommitted(List<ItemId> items, int left) {}

package org.lianbing.bank.alike.store;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.alike.Shingles;

/** A row of {@code bank.alike_entry}: what a version says. */
public record AlikeEntry(ItemVersionId version, ItemId item, Shingles shingles) {}

package org.lianbing.bank;

/** A version came into force. */
public record ItemPublished(ItemId item, ItemVersionId version) {}

package org.lianbing.bank;

/** Where an item stands on its way. */
public enum ItemState {
    DRAFT,
    IN_REVIEW,
    PUBLISHED,
    RETIRED
}

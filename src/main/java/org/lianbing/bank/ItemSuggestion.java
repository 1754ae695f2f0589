package org.lianbing.bank;

import org.jspecify.annotations.Nullable;

import org.lianbing.trade.PointId;

/**
 * How what is typed into the search may go on.
 *
 * @param text the whole words
 * @param point the point of that name; null where it is none
 * @param item the item whose stem this is; null where it is none
 */
public record ItemSuggestion(
        String text, @Nullable PointId point, @Nullable ItemId item) {}

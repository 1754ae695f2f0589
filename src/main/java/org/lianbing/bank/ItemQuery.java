package org.lianbing.bank;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.Level;
import org.lianbing.base.TradeId;

/**
 * Which items are looked for; null means any.
 *
 * @param text words in the stem, options or code; blank for all
 * @param trade whose
 * @param level for which level
 * @param type how it is answered
 * @param state where it stands
 */
public record ItemQuery(
        String text,
        @Nullable TradeId trade,
        @Nullable Level level,
        @Nullable ItemType type,
        @Nullable ItemState state) {}

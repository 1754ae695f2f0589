package org.lianbing.trade.editing;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.Level;
import org.lianbing.base.TradeId;
import org.lianbing.trade.editing.OutlineDraft.DraftInclusion;

/**
 * What a person says of a draft as a whole.
 *
 * @param trade whose it is
 * @param level of which level; null for a foundation or theme bank
 * @param name its title
 * @param edition such as {@code 2026}
 * @param inclusions the foundations it includes
 */
public record OutlineHead(
        @Nullable TradeId trade, @Nullable Level level, String name, String edition, List<DraftInclusion> inclusions) {

    public OutlineHead {
        inclusions = List.copyOf(inclusions);
    }
}

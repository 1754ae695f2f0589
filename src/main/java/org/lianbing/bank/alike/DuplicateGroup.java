package org.lianbing.bank.alike;

import java.util.List;

import org.lianbing.bank.Item;
import org.lianbing.base.TradeId;

/**
 * Items of one trade that hang together by resemblance.
 *
 * @param trade whose
 * @param items those shown, the one that suggests itself to be kept first
 * @param more how many more belong to the group and are not shown
 * @param resemblance of the two that are most alike
 */
public record DuplicateGroup(TradeId trade, List<Item> items, int more, double resemblance) {

    public DuplicateGroup {
        items = List.copyOf(items);
    }

    /** The highest resemblance in whole percent, never rounded up. */
    public int percent() {
        return AlikeItem.percent(resemblance);
    }
}

package org.lianbing.bank.exchange;

import java.util.List;
import java.util.Map;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemState;

/**
 * How far an import has come on its way into the bank.
 *
 * @param unmapped the rows that are still to be committed and name no point of an outline
 * @param items how many of its items stand in each state by now
 * @param uncovered how many of its items name no point
 * @param waiting those that wait for a reviewer, at most as many as can be dealt at once
 */
public record ImportOutcome(
        List<Integer> unmapped, Map<ItemState, Integer> items, int uncovered, List<ItemId> waiting) {

    public ImportOutcome {
        unmapped = List.copyOf(unmapped);
        items = Map.copyOf(items);
        waiting = List.copyOf(waiting);
    }

    /** How many of its items stand in the state. */
    public int count(ItemState state) {
        return items.getOrDefault(state, 0);
    }

    /** How many items it has made or changed. */
    public int all() {
        return items.values().stream().mapToInt(Integer::intValue).sum();
    }
}

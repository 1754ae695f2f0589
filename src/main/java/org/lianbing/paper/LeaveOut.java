package org.lianbing.paper;

import java.util.HashSet;
import java.util.Set;

import org.lianbing.bank.ItemId;

/**
 * Items that a paper is not to hold, besides those that rest. Whoever names an item must not learn whether an exam holds
 * it back at the moment: each one named lowers what is counted by one, whether it could have been drawn or not.
 *
 * @param named one by one
 * @param others with the papers in which they stood
 */
public record LeaveOut(Set<ItemId> named, Set<ItemId> others) {

    /** Nothing. */
    public static final LeaveOut NONE = new LeaveOut(Set.of(), Set.of());

    public LeaveOut {
        named = Set.copyOf(named);
        others = Set.copyOf(others);
    }

    /** Both. */
    Set<ItemId> all() {
        Set<ItemId> all = new HashSet<>(named);
        all.addAll(others);
        return all;
    }
}

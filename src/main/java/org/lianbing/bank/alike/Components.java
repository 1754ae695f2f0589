package org.lianbing.bank.alike;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.lianbing.bank.ItemId;

/** What hangs together: connected components by union and find, with the path halved on the way. */
final class Components {

    private final Map<ItemId, ItemId> parents = new HashMap<>();

    /** Says that two belong together. */
    void join(ItemId one, ItemId other) {
        ItemId first = root(one);
        ItemId second = root(other);
        if (!first.equals(second)) {
            parents.put(second, first);
        }
    }

    private ItemId root(ItemId item) {
        ItemId at = item;
        ItemId parent = parents.computeIfAbsent(at, own -> own);
        while (!parent.equals(at)) {
            ItemId grand = parents.getOrDefault(parent, parent);
            parents.put(at, grand);
            at = grand;
            parent = parents.getOrDefault(at, at);
        }
        return at;
    }

    /** The components of these, in the order in which each is met first. */
    Collection<List<ItemId>> of(Collection<ItemId> items) {
        Map<ItemId, List<ItemId>> components = new LinkedHashMap<>();
        for (ItemId item : items) {
            components.computeIfAbsent(root(item), root -> new ArrayList<>()).add(item);
        }
        return components.values();
    }
}

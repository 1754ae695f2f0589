package org.lianbing.bank;

import java.util.Map;

/**
 * What a permitted organizer learns of a sealed set: nothing but its name and how many items a contest could draw.
 *
 * @param set which
 * @param title as its setters named it
 * @param there how many published items of each type, of the trade and level asked for
 */
public record SealedShare(SealedSetId set, String title, Map<ItemType, Integer> there) {

    public SealedShare {
        there = Map.copyOf(there);
    }

    /** How many there are of a type. */
    public int of(ItemType type) {
        return there.getOrDefault(type, 0);
    }
}

package org.lianbing.competition;

import java.util.Map;

import org.lianbing.bank.ItemType;
import org.lianbing.paper.Blueprint;

/**
 * What the bank holds for a paper at this moment.
 *
 * @param there how many items of each type an exam may draw
 */
public record Availability(Map<ItemType, Integer> there) {

    public Availability {
        there = Map.copyOf(there);
    }

    /** How many there are of a type. */
    public int of(ItemType type) {
        return there.getOrDefault(type, 0);
    }

    /** How many are missing for a section; 0 where there are enough. */
    public int missing(Blueprint.Section section) {
        return Math.max(0, section.count() - of(section.type()));
    }
}

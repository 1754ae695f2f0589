package org.lianbing.bank.alike;

import java.time.Instant;
import java.util.Set;

import org.lianbing.bank.ItemId;
import org.lianbing.base.PersonId;

/**
 * Somebody said of some items that none is the same as another.
 *
 * @param items those
 * @param person who said it
 * @param at when
 */
public record Apart(Set<ItemId> items, PersonId person, Instant at) {

    public Apart {
        items = Set.copyOf(items);
    }
}

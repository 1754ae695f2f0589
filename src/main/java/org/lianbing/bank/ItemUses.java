package org.lianbing.bank;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.lianbing.base.Actor;

/** What higher modules know of an item's use; implemented by them. */
public interface ItemUses {

    /** Those of the items that stand in a form whose keys are not released yet: no path may show their keys. */
    Set<ItemId> underEmbargo(Collection<ItemId> items);

    /** Those and, among the items, what no candidate is ever to see the key of, as it served where answers never come out. */
    default Set<ItemId> keptFromCandidates(Collection<ItemId> items) {
        return underEmbargo(items);
    }

    /** All items under embargo; some thousands at most, those of the exams that are near. */
    Set<ItemId> underEmbargo();

    /** What uses these versions, as far as the reader may know of it; the newest first. */
    default List<ItemUse> uses(Actor reader, Collection<ItemVersionId> versions) {
        return List.of();
    }
}

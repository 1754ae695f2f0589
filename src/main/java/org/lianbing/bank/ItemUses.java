package org.lianbing.bank;

import java.util.Collection;
import java.util.Set;

/** What higher modules know of an item's use; implemented by them. */
public interface ItemUses {

    /** Those of the items that stand in a form whose keys are not released yet: no path may show their keys. */
    Set<ItemId> underEmbargo(Collection<ItemId> items);
}

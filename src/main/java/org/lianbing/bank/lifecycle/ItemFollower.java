package org.lianbing.bank.lifecycle;

import java.util.Collection;

import org.lianbing.bank.ItemId;

/** Something derived from items that stays in step with them: told in the transaction of each change. */
public interface ItemFollower {

    /** Items are new, have other versions, or stand elsewhere than before. */
    void follow(Collection<ItemId> changed);
}

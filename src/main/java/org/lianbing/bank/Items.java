package org.lianbing.bank;

import org.springframework.stereotype.Service;

import org.lianbing.base.Actor;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;

/** Items for those who write them: every call is bound to the trades of the actor. */
@Service
public class Items {

    /** A new item as a draft. */
    public ItemId draft(Actor actor, ItemDraft draft) {
        throw new IllegalStateException();
    }

    /** A changed item: a new proposed version; what is published stays in force until a reviewer agrees. */
    public void revise(Actor actor, ItemId item, ItemDraft draft, String reason) {
        throw new IllegalStateException();
    }

    /** An item with its key; trainers and reviewers of the trade only. */
    public Item get(Actor actor, ItemId item) {
        throw new IllegalStateException();
    }

    /** Items of the actor's trades. */
    public Paged<Item> find(Actor actor, ItemQuery query, PageOf page) {
        throw new IllegalStateException();
    }
}

package org.lianbing.bank;

import java.util.Collection;

import org.springframework.stereotype.Service;

import org.lianbing.base.Actor;

/** From draft to published, by four eyes: nobody publishes what they wrote. */
@Service
public class Review {

    /** The author hands drafts over. */
    public void submit(Actor actor, Collection<ItemId> items) {
        throw new IllegalStateException();
    }

    /** A reviewer of the trade, not the author, puts the proposed version in force. */
    public void publish(Actor actor, ItemId item) {
        throw new IllegalStateException();
    }

    /** A reviewer sends the proposed version back with a word. */
    public void sendBack(Actor actor, ItemId item, String comment) {
        throw new IllegalStateException();
    }

    /** No longer delivered; what was delivered stays readable. */
    public void retire(Actor actor, ItemId item, String reason) {
        throw new IllegalStateException();
    }
}

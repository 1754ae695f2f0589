package org.lianbing.bank.history;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemVersion;
import org.lianbing.bank.review.PublicationGround;

/**
 * A version in the history of an item.
 *
 * @param version the version, with author, time and reason
 * @param inForce whether candidates meet it now
 * @param proposed whether it is to come
 * @param ground who published it and why, or null where it never was or came from disk
 */
public record Edition(
        ItemVersion version,
        boolean inForce,
        boolean proposed,
        @Nullable PublicationGround ground) {}

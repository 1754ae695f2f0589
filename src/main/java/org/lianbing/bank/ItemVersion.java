package org.lianbing.bank;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.PersonId;

/**
 * The frozen content of an item.
 *
 * @param id which
 * @param item of which item
 * @param number 1 for the first
 * @param content what it says
 * @param origin where it comes from
 * @param author who wrote it; null for the bank on disk
 * @param reason why it was made
 * @param madeAt when
 */
public record ItemVersion(
        ItemVersionId id,
        ItemId item,
        int number,
        ItemContent content,
        Origin origin,
        @Nullable PersonId author,
        String reason,
        Instant madeAt) {}

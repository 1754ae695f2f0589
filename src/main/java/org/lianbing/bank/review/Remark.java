package org.lianbing.bank.review;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.base.PersonId;

/**
 * What somebody said about an item.
 *
 * @param id which
 * @param item about what
 * @param version about which version
 * @param versionNumber the number of that version
 * @param person who
 * @param at when
 * @param kind on what occasion
 * @param text the words
 * @param answers the remark it stands under, or null
 * @param resolvedAt when it was settled; null while open, and for answers
 * @param resolvedBy who settled it
 */
public record Remark(
        RemarkId id,
        ItemId item,
        ItemVersionId version,
        int versionNumber,
        PersonId person,
        Instant at,
        Kind kind,
        String text,
        @Nullable RemarkId answers,
        @Nullable Instant resolvedAt,
        @Nullable PersonId resolvedBy) {

    /** On what occasion something was said. */
    public enum Kind {
        REMARK,
        SENT_BACK,
        /** The word with which a version was published against somebody's answer. */
        DISAGREEMENT
    }

    /** Whether it waits for somebody to do something. */
    public boolean open() {
        return answers == null && resolvedAt == null;
    }
}

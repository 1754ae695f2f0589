package org.lianbing.bank.exchange;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemId;

/**
 * What is known of a row, and what people decided on it.
 *
 * @param problems what is wrong now
 * @param fingerprint alike for rows that say the same; null while it cannot be read
 * @param duplicateOf what it doubles: a row as {@code #12}, or an item's code; or null
 * @param kept a person said that it is no duplicate
 * @param confirmed a person agreed to what was guessed
 * @param updates the item that it changes instead of becoming one, or null
 * @param reason why, where a person said that it does; or null
 * @param state where it stands
 * @param item what it became, or null
 */
public record Standing(
        List<ImportProblem> problems,
        @Nullable String fingerprint,
        @Nullable String duplicateOf,
        boolean kept,
        boolean confirmed,
        @Nullable ItemId updates,
        @Nullable String reason,
        RowState state,
        @Nullable ItemId item) {

    /** Not looked at yet. */
    static final Standing NEW = new Standing(List.of(), null, null, false, false, null, null, RowState.FAULTY, null);

    public Standing {
        problems = List.copyOf(problems);
    }

    Standing checked(List<ImportProblem> found, @Nullable String print) {
        return new Standing(found, print, duplicateOf, kept, confirmed, updates, reason, state, item);
    }

    Standing agreed() {
        return new Standing(problems, fingerprint, duplicateOf, kept, true, updates, reason, state, item);
    }

    Standing updating(@Nullable ItemId changed) {
        return new Standing(problems, fingerprint, duplicateOf, kept, confirmed, changed, null, state, item);
    }

    /** A person said that it changes that item, and why. */
    Standing updating(ItemId changed, String why) {
        return new Standing(problems, fingerprint, duplicateOf, kept, confirmed, changed, why, state, item);
    }

    Standing settled(@Nullable String duplicate, boolean nowKept, RowState now) {
        return new Standing(problems, fingerprint, duplicate, nowKept, confirmed, updates, reason, now, item);
    }

    Standing committed(ItemId made) {
        return new Standing(
                problems, fingerprint, duplicateOf, kept, confirmed, updates, reason, RowState.COMMITTED, made);
    }
}

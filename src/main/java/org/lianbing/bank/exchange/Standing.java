package org.lianbing.bank.exchange;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersionId;

/**
 * What is known of a row, and what people decided on it.
 *
 * @param problems what is wrong now
 * @param fingerprint alike for rows that say the same; null while it cannot be read
 * @param duplicateOf what it doubles: a row as {@code #12}, or an item's code; or null
 * @param kept a person said that it is no duplicate
 * @param confirmed a person agreed to what was guessed
 * @param updates the item that it changes instead of becoming one, or null
 * @param basis the version of that item that it changes; null where that was not kept
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
        @Nullable ItemVersionId basis,
        @Nullable String reason,
        RowState state,
        @Nullable ItemId item) {

    /** The row and its item were both changed. Its argument: the code of the item. */
    static final String BOTH_CHANGED = "exchange.former-changed";

    private static final String HELD = "exchange.update-held";

    /** Not looked at yet. */
    static final Standing NEW =
            new Standing(List.of(), null, null, false, false, null, null, null, RowState.FAULTY, null);

    public Standing {
        problems = List.copyOf(problems);
    }

    Standing checked(List<ImportProblem> found, @Nullable String print) {
        return new Standing(found, print, duplicateOf, kept, confirmed, updates, basis, reason, state, item);
    }

    Standing agreed() {
        return new Standing(problems, fingerprint, duplicateOf, kept, true, updates, basis, reason, state, item);
    }

    /** It becomes an item of its own. */
    Standing separate() {
        return changing(null, null, null);
    }

    /** It changes that version of an item. */
    Standing updating(ItemId changed, ItemVersionId version) {
        return changing(changed, version, null);
    }

    /** A person said that it changes that item, and why. */
    Standing updating(ItemId changed, ItemVersionId version, String why) {
        return changing(changed, version, why);
    }

    private Standing changing(@Nullable ItemId changed, @Nullable ItemVersionId version, @Nullable String why) {
        return new Standing(
                without(BOTH_CHANGED), fingerprint, duplicateOf, kept, confirmed, changed, version, why, state, item);
    }

    /** Its item was changed as well: a person is to look at that version, and to agree anew. */
    Standing doubted(ItemVersionId version, String code) {
        List<ImportProblem> all = new ArrayList<>(without(BOTH_CHANGED));
        all.add(ImportProblem.doubt(BOTH_CHANGED, code));
        return new Standing(all, fingerprint, duplicateOf, kept, false, updates, version, reason, state, item);
    }

    /** Whether its item was changed as well. */
    boolean isDoubted() {
        return problems.stream().anyMatch(problem -> problem.code().equals(BOTH_CHANGED));
    }

    /** Its item cannot be changed now: it waits until a person says that it may be tried again. */
    Standing held(int number) {
        List<ImportProblem> all = new ArrayList<>(without(HELD));
        all.add(ImportProblem.doubt(HELD, number));
        return new Standing(all, fingerprint, duplicateOf, kept, false, updates, basis, reason, state, item);
    }

    private List<ImportProblem> without(String code) {
        return problems.stream().filter(problem -> !problem.code().equals(code)).toList();
    }

    Standing settled(@Nullable String duplicate, boolean nowKept, RowState now) {
        return new Standing(problems, fingerprint, duplicate, nowKept, confirmed, updates, basis, reason, now, item);
    }

    Standing committed(ItemId made) {
        return new Standing(
                problems, fingerprint, duplicateOf, kept, confirmed, updates, basis, reason, RowState.COMMITTED, made);
    }
}

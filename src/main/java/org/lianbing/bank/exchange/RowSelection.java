package org.lianbing.bank.exchange;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Rows that something is done to at once; never those that were committed.
 *
 * @param numbers these; empty for all
 * @param category those of this sheet or category; null for all
 * @param states those that stand there; empty for all
 */
public record RowSelection(Set<Integer> numbers, @Nullable String category, Set<RowState> states) {

    /** All rows. */
    public static final RowSelection ALL = new RowSelection(Set.of(), null, Set.of());

    public RowSelection {
        numbers = Set.copyOf(numbers);
        states = Set.copyOf(states);
    }

    /** These rows. */
    public static RowSelection of(Set<Integer> numbers) {
        return new RowSelection(numbers, null, Set.of());
    }

    boolean has(ImportRow row) {
        return row.state() != RowState.COMMITTED
                && (numbers.isEmpty() || numbers.contains(row.number()))
                && (category == null || category.equals(row.sheet()))
                && (states.isEmpty() || states.contains(row.state()));
    }
}

package org.lianbing.bank.exchange.wide;

import java.util.Set;

import org.lianbing.base.Level;

/**
 * What a row is read against.
 *
 * @param levels for rows that name none
 * @param leveled whether the trade has levels; a foundation has none
 * @param points what rows may name
 */
public record RowContext(Set<Level> levels, boolean leveled, PointNames points) {

    /** Nothing is known. */
    static final RowContext NONE = new RowContext(Set.of(), false, PointNames.NONE);
}

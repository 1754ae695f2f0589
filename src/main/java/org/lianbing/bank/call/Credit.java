package org.lianbing.bank.call;

import org.lianbing.base.PersonId;

/**
 * What a person gave to the bank.
 *
 * @param person who
 * @param taken their proposals that were taken
 * @param found their reports that led to a mended version
 */
public record Credit(PersonId person, int taken, int found) {

    /** All of it. */
    public int total() {
        return taken + found;
    }
}

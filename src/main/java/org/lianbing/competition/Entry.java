package org.lianbing.competition;

import org.lianbing.base.PersonId;
import org.lianbing.base.UnitId;

/**
 * Somebody in the field of a competition.
 *
 * @param person who
 * @param unit for whom they compete
 * @param state whether they may
 */
public record Entry(PersonId person, UnitId unit, State state) {

    /** Entered, or barred for having had a hand in the contest (回避). */
    public enum State {
        ENTERED,
        BARRED
    }
}

package org.lianbing.studio;

import java.time.LocalDate;

import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;

/**
 * What is filled in for a new studio.
 *
 * @param name 1 to 60 characters, such as 王建国劳模创新工作室
 * @param host who leads it
 * @param unit where it is
 * @param trade its trade
 * @param level who named it
 * @param namedOn when it was named
 * @param words what it says of itself
 */
public record StudioDraft(
        String name,
        PersonId host,
        UnitId unit,
        TradeId trade,
        NamingLevel level,
        LocalDate namedOn,
        StudioWords words) {

    private static final int LONGEST_NAME = 60;

    public StudioDraft {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Problem.invalid("studio.name-length", LONGEST_NAME);
        }
    }
}

package org.lianbing.studio;

import java.time.LocalDate;

import org.lianbing.base.PersonId;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.course.HostId;

/**
 * A studio (劳模创新工作室).
 *
 * @param id which
 * @param name its name
 * @param host who leads it
 * @param unit where it is
 * @param trade its trade
 * @param level who named it
 * @param namedOn when it was named
 * @param words what it says of itself
 * @param members how many belong to it, the host not counted
 */
public record Studio(
        StudioId id,
        String name,
        PersonId host,
        UnitId unit,
        TradeId trade,
        NamingLevel level,
        LocalDate namedOn,
        StudioWords words,
        int members) {

    /** The studio as the giver of its courses. */
    public HostId asHost() {
        return new HostId(id.value());
    }
}

package org.lianbing.competition;

import java.util.List;

import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.testing.TestCity;

/**
 * Whom a contest needs at least.
 *
 * @param unit where they belong, an enterprise of their own
 * @param organizer who holds it
 * @param worker who sits it
 */
record Cast(UnitId unit, Actor organizer, PersonId worker) {

    /** People whom nobody knows, before a test begins. */
    static Cast unknown() {
        UnitId unit = UnitId.next();
        return new Cast(unit, new Actor(PersonId.next(), "", unit, List.of()), PersonId.next());
    }

    static Cast in(TestCity city) {
        UnitId unit = city.enterprise();
        return new Cast(unit, city.actor(unit, Role.ORGANIZER), city.person(unit));
    }
}

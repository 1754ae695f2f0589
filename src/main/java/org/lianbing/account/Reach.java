package org.lianbing.account;

import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.lianbing.account.store.PersonRows;
import org.lianbing.account.store.StandingRows;
import org.lianbing.base.Actor;
import org.lianbing.base.Grant;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.organization.Units;

/** Whom an administrator may see and change. */
@Component
class Reach {

    private final Units units;
    private final PersonRows people;
    private final StandingRows standings;

    Reach(Units units, PersonRows people, StandingRows standings) {
        this.units = units;
        this.people = people;
        this.standings = standings;
    }

    /** The units the actor administers, with all below them. */
    Set<UnitId> units(Actor actor) {
        return units.within(actor.unitsFor(Role.ADMIN));
    }

    /** Demands that the actor administers the unit; otherwise it is not found. */
    void requireUnit(Actor actor, UnitId unit) {
        if (!units(actor).contains(unit)) {
            throw Problem.notFound("account.unit-not-found");
        }
    }

    /** A person of a unit that the actor administers; otherwise not found. */
    PersonRows.Row person(Actor actor, PersonId person) {
        Set<UnitId> reach = units(actor);
        return people.find(List.of(person)).stream()
                .filter(row -> reach.contains(row.unit()))
                .findFirst()
                .orElseThrow(Reach::notFound);
    }

    /**
     * The same for changing how the person signs in. Who holds a role in other units may be changed only by somebody who
     * administers those too; a workshop's administrator could otherwise become the city's by giving them a new password.
     */
    PersonRows.Row account(Actor actor, PersonId person) {
        PersonRows.Row row = person(actor, person);
        Set<UnitId> reach = units(actor);
        boolean elsewhere = standings.grants(List.of(person)).getOrDefault(person, List.of()).stream()
                .map(Grant::unit)
                .anyMatch(unit -> !reach.contains(unit));
        if (elsewhere) {
            throw Problem.forbidden("account.roles-elsewhere", row.name());
        }
        return row;
    }

    static Problem notFound() {
        return Problem.notFound("account.person-not-found");
    }
}

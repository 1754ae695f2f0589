package org.lianbing.base;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who acts: the signed-in person with what was granted to them.
 *
 * @param person who
 * @param name their full name
 * @param unit where they belong
 * @param grants their roles; a person may hold several
 */
public record Actor(PersonId person, String name, UnitId unit, List<Grant> grants) {

    public Actor {
        grants = List.copyOf(grants);
    }

    /** Whether any grant gives one of these roles. */
    public boolean has(Role... roles) {
        List<Role> wanted = Arrays.asList(roles);
        return grants.stream().anyMatch(grant -> wanted.contains(grant.role()));
    }

    /**
     * Demands one of these roles.
     *
     * @throws Problem forbidden
     */
    public void require(Role... roles) {
        if (!has(roles)) {
            throw Problem.forbidden("base.forbidden");
        }
    }

    /** Whether a grant gives the role for the trade. */
    public boolean hasFor(Role role, TradeId trade) {
        return grants.stream().anyMatch(grant -> grant.role() == role && grant.reaches(trade));
    }

    /**
     * Demands the role for a trade.
     *
     * @throws Problem not found: who may not see a trade's items is not told that they exist
     */
    public void requireFor(Role role, TradeId trade) {
        if (!hasFor(role, trade)) {
            throw Problem.notFound("base.not-found");
        }
    }

    /** The units at whose top the role was granted for a trade: one grant gives both or none. */
    public Set<UnitId> unitsFor(Role role, TradeId trade) {
        return grants.stream()
                .filter(grant -> grant.role() == role && grant.reaches(trade))
                .map(Grant::unit)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The units at whose top the role was granted; what lies below them is in reach too. */
    public Set<UnitId> unitsFor(Role role) {
        return grants.stream()
                .filter(grant -> grant.role() == role)
                .map(Grant::unit)
                .collect(Collectors.toUnmodifiableSet());
    }
}

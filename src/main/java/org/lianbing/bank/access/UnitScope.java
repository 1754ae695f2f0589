package org.lianbing.bank.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.lianbing.bank.Sharing;
import org.lianbing.bank.store.ItemRow;
import org.lianbing.base.Actor;
import org.lianbing.base.Grant;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.organization.Units;

/**
 * How far a person's grants reach over items of units, for one call. What lies below the unit of a grant is in reach;
 * what lies above it only where it is shared along the line.
 */
final class UnitScope {

    private final Actor actor;
    private final Units units;
    private final Map<UnitId, Set<UnitId>> below = new HashMap<>();

    UnitScope(Actor actor, Units units) {
        this.actor = actor;
        this.units = units;
    }

    /** Whether one of the roles, granted for the trade of the item, reaches it. */
    boolean reaches(ItemRow row, Collection<Role> roles) {
        List<Grant> grants = actor.grants().stream()
                .filter(grant -> roles.contains(grant.role()) && grant.reaches(row.trade()))
                .toList();
        UnitId unit = row.unit();
        if (unit == null || row.sharing() == Sharing.ALL) {
            return !grants.isEmpty();
        }
        return grants.stream().anyMatch(grant -> below(grant.unit()).contains(unit))
                || (row.sharing() == Sharing.LINE
                        && grants.stream().anyMatch(grant -> below(unit).contains(grant.unit())));
    }

    /** Whether the role holds in the unit of the item: being shared is for reading, not for writing. */
    boolean owns(ItemRow row, Role role) {
        UnitId unit = row.unit();
        return actor.grants().stream()
                .filter(grant -> grant.role() == role && grant.reaches(row.trade()))
                .anyMatch(grant -> unit == null || below(grant.unit()).contains(unit));
    }

    /**
     * What the documents of items in reach are marked with, see {@link ReachMarks}.
     *
     * @param owning the units that keep items to themselves or to their line
     */
    Set<String> marks(Collection<Role> roles, Set<UnitId> owning) {
        Set<String> marks = new HashSet<>();
        for (Grant grant : actor.grants()) {
            if (roles.contains(grant.role())) {
                Set<String> scopes = new HashSet<>(Set.of(ReachMarks.ALL));
                for (UnitId unit : owning) {
                    boolean holds = below(grant.unit()).contains(unit);
                    if (holds) {
                        scopes.add(ReachMarks.UNIT + unit);
                    }
                    if (holds || below(unit).contains(grant.unit())) {
                        scopes.add(ReachMarks.LINE + unit);
                    }
                }
                marks.addAll(withTrades(scopes, grant.trades()));
            }
        }
        return marks;
    }

    private static Set<String> withTrades(Set<String> scopes, Set<TradeId> trades) {
        return trades.isEmpty()
                ? scopes
                : trades.stream()
                        .flatMap(trade -> scopes.stream().map(scope -> scope + "/" + trade))
                        .collect(Collectors.toSet());
    }

    private Set<UnitId> below(UnitId unit) {
        return below.computeIfAbsent(unit, top -> units.within(Set.of(top)));
    }
}

package org.lianbing.competition;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.lianbing.account.People;
import org.lianbing.account.PersonName;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.organization.Units;
import org.lianbing.trade.TradeKind;
import org.lianbing.trade.Trades;

/** Who takes part, and for whom: the field of contestants. */
@Component
class Field {

    private final People people;
    private final Units units;
    private final Trades trades;

    Field(People people, Units units, Trades trades) {
        this.people = people;
        this.units = units;
        this.trades = trades;
    }

    /** Refuses units and people that are not the organizer's. */
    void requireWithin(Set<UnitId> reach, Admitted admitted) {
        boolean within = switch (admitted) {
            case Admitted.Everybody(var tops) -> reach.containsAll(tops);
            case Admitted.Named(var named) -> {
                Map<PersonId, PersonName> known = people.names(named);
                yield named.stream()
                        .allMatch(person -> Optional.ofNullable(known.get(person))
                                .filter(found -> reach.contains(found.unit()))
                                .isPresent());
            }
        };
        if (!within) {
            throw Problem.invalid("competition.out-of-reach");
        }
    }

    /** Everybody admitted, in the order of units and names. */
    List<PersonName> candidates(TradeId trade, Admitted admitted) {
        List<PersonName> found = switch (admitted) {
            case Admitted.Everybody(var tops) -> people.workersIn(units.within(tops), askedTrade(trade));
            case Admitted.Named(var named) -> List.copyOf(people.names(named).values());
        };
        return found.stream()
                .sorted(Comparator.comparing((PersonName one) -> one.unit().value())
                        .thenComparing(PersonName::name)
                        .thenComparing(one -> one.id().value()))
                .toList();
    }

    /** A theme such as work safety is for every trade. */
    private @Nullable TradeId askedTrade(TradeId trade) {
        return trades.get(trade).kind() == TradeKind.TRADE ? trade : null;
    }

    /** For which enterprise each of these units competes. */
    Map<UnitId, UnitId> teams(Set<UnitId> of) {
        return units.enterprises(of);
    }
}

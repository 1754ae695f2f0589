package org.lianbing.bank.call;

import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.Actor;
import org.lianbing.base.Grant;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;

/**
 * The trades whose contributions a person answers.
 *
 * @param all every trade
 * @param trades otherwise these
 */
public record Scope(boolean all, Set<TradeId> trades) {

    private static final Set<Role> ANSWERING = Set.of(Role.TRAINER, Role.REVIEWER);

    /** The trades of which the actor is a trainer or a reviewer. */
    static Scope of(Actor actor) {
        boolean all = actor.grants().stream()
                .anyMatch(grant ->
                        ANSWERING.contains(grant.role()) && grant.trades().isEmpty());
        return new Scope(
                all,
                actor.grants().stream()
                        .filter(grant -> ANSWERING.contains(grant.role()))
                        .map(Grant::trades)
                        .flatMap(Set::stream)
                        .collect(Collectors.toSet()));
    }

    /** Of these trades the one alone, if it is among them; with null all of them. */
    Scope narrowed(@Nullable TradeId trade) {
        return trade == null ? this : new Scope(false, all || trades.contains(trade) ? Set.of(trade) : Set.of());
    }

    /** Whether the actor answers for the trade. */
    static boolean answersFor(Actor actor, TradeId trade) {
        return actor.hasFor(Role.TRAINER, trade) || actor.hasFor(Role.REVIEWER, trade);
    }
}

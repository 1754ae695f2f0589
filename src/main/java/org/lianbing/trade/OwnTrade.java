package org.lianbing.trade;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;

import org.lianbing.account.People;
import org.lianbing.base.Actor;
import org.lianbing.base.TradeId;

/** Where a page begins that asks for one of many trades: with what the person works as. */
@Service
public class OwnTrade {

    private final People people;

    OwnTrade(People people) {
        this.people = people;
    }

    /** The one of those offered that the actor works as, else the first; empty where none is offered. */
    public Optional<Trade> among(Actor actor, List<Trade> offered) {
        TradeId own = people.get(actor, actor.person()).trade();
        return offered.stream()
                .filter(trade -> trade.id().equals(own))
                .findFirst()
                .or(() -> offered.stream().findFirst());
    }
}

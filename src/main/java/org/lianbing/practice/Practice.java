package org.lianbing.practice;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import org.lianbing.account.People;
import org.lianbing.account.Person;
import org.lianbing.attempt.AttemptState;
import org.lianbing.attempt.AttemptSummary;
import org.lianbing.bank.Pool;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.TradeId;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;

/** Puts together what a person finds when they come to practise. */
@Service
public class Practice {

    private static final int RECENT = 10;

    private final Drills drills;
    private final MistakeBook book;
    private final Trades trades;
    private final Pool pool;
    private final People people;

    Practice(Drills drills, MistakeBook book, Trades trades, Pool pool, People people) {
        this.drills = drills;
        this.book = book;
        this.trades = trades;
        this.pool = pool;
        this.people = people;
    }

    /** The page of the actor. */
    public PracticePage page(Actor actor) {
        List<PracticePage.Choice> choices = choices();
        Optional<Drill> last = drills.last(actor);
        Person person = people.get(actor, actor.person());
        Trade trade = first(choices, last.map(Drill::trade).orElse(null), person.trade());
        List<AttemptSummary> recent = drills.latest(actor, RECENT);
        return new PracticePage(
                choices,
                trade == null ? null : trade.id(),
                trade == null ? null : level(trade, last, person),
                recent.stream()
                        .filter(summary -> summary.state() == AttemptState.STARTED)
                        .findFirst()
                        .orElse(null),
                drills.today(actor),
                book.count(actor),
                recent,
                drills.keptBack(recent));
    }

    private List<PracticePage.Choice> choices() {
        Map<TradeId, Integer> counts = pool.counts();
        return trades.all().stream()
                .map(trade -> new PracticePage.Choice(trade, counts.getOrDefault(trade.id(), 0)))
                .filter(choice -> choice.items() > 0)
                .toList();
    }

    private static @Nullable Trade first(
            List<PracticePage.Choice> choices, @Nullable TradeId last, @Nullable TradeId own) {
        return choices.stream()
                .map(PracticePage.Choice::trade)
                .filter(trade -> trade.id().equals(last))
                .findFirst()
                .or(() -> choices.stream()
                        .map(PracticePage.Choice::trade)
                        .filter(trade -> trade.id().equals(own))
                        .findFirst())
                .or(() -> choices.stream().map(PracticePage.Choice::trade).findFirst())
                .orElse(null);
    }

    private static @Nullable Level level(Trade trade, Optional<Drill> last, Person person) {
        return last.filter(drill -> trade.id().equals(drill.trade()))
                .map(Drill::level)
                .filter(level -> trade.levels().contains(level))
                .orElseGet(() -> suggested(trade.id().equals(person.trade()) ? person.level() : null, trade.levels()));
    }

    /**
     * The level somebody prepares for: the next one above their own; where there is none, their own or the highest
     * below it; for somebody without a level, the lowest.
     */
    static @Nullable Level suggested(@Nullable Level own, List<Level> offered) {
        if (offered.isEmpty()) {
            return null;
        }
        if (own == null) {
            return offered.getFirst();
        }
        return offered.stream()
                .filter(level -> level.rank() > own.rank())
                .findFirst()
                .orElse(offered.getLast());
    }
}

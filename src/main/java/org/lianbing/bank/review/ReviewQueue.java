package org.lianbing.bank.review;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.access.ItemAccess;
import org.lianbing.bank.access.ReachMarks;
import org.lianbing.bank.review.store.WaitingRows;
import org.lianbing.base.Actor;
import org.lianbing.base.PageOf;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;

/** What waits for review in the trades of the actor; what a contest holds is left out. */
@Service
public class ReviewQueue {

    private final WaitingRows rows;
    private final ItemAccess access;
    private final ReachMarks marks;
    private final Trades trades;
    private final Clock clock;
    private final ZoneId zone;

    ReviewQueue(WaitingRows rows, ItemAccess access, ReachMarks marks, Trades trades, Clock clock, ZoneId zone) {
        this.rows = rows;
        this.access = access;
        this.marks = marks;
        this.trades = trades;
        this.clock = clock;
        this.zone = zone;
    }

    /** A part of what waits, the actor's own first; of one trade or, with null, of all that they review or write in. */
    @Transactional(readOnly = true)
    public List<Waiting> find(Actor actor, Waiting.Part part, @Nullable TradeId trade, PageOf page) {
        actor.require(Role.REVIEWER, Role.TRAINER);
        List<Waiting> found = rows.find(scope(actor), trade, actor.person(), part, page);
        Set<ItemId> held = access.underEmbargo(found.stream().map(Waiting::item).toList());
        return found.stream().filter(waiting -> !held.contains(waiting.item())).toList();
    }

    /** How much waits. */
    @Transactional(readOnly = true)
    public Waiting.Counts count(Actor actor, @Nullable TradeId trade) {
        actor.require(Role.REVIEWER, Role.TRAINER);
        return rows.count(scope(actor), trade, actor.person(), LocalDate.ofInstant(clock.instant(), zone));
    }

    /** How much waits that nobody has, of each trade with any. */
    @Transactional(readOnly = true)
    public Map<TradeId, Integer> free(Actor actor) {
        actor.require(Role.REVIEWER, Role.TRAINER);
        return rows.free(scope(actor));
    }

    /** The trades whose items may wait for the actor. */
    public List<Trade> trades(Actor actor) {
        return trades.all().stream()
                .filter(trade -> actor.hasFor(Role.REVIEWER, trade.id()) || actor.hasFor(Role.TRAINER, trade.id()))
                .toList();
    }

    private WaitingRows.Scope scope(Actor actor) {
        return new WaitingRows.Scope(trades(actor).stream().map(Trade::id).toList(), marks.of(actor));
    }
}

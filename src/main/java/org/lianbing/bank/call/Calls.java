package org.lianbing.bank.call;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.bank.call.store.CallTable;
import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.organization.Unit;
import org.lianbing.organization.Units;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;

/** Calls for items (征集): made by a trade's trainers and reviewers, shown to the workers they address. */
@Service
public class Calls {

    private static final int MOST = 200;

    private final CallTable table;
    private final Units units;
    private final Trades trades;
    private final AuditLog audit;
    private final Clock clock;
    private final ZoneId zone;

    Calls(CallTable table, Units units, Trades trades, AuditLog audit, Clock clock, ZoneId zone) {
        this.table = table;
        this.units = units;
        this.trades = trades;
        this.audit = audit;
        this.clock = clock;
        this.zone = zone;
    }

    /** Makes a call to units in the actor's reach. */
    @Transactional
    public CallId make(Actor actor, CallDraft draft) {
        if (!Scope.answersFor(actor, draft.trade())) {
            throw Problem.notFound("base.not-found");
        }
        if (!reach(actor).stream().map(Unit::id).collect(Collectors.toSet()).containsAll(draft.units())) {
            throw Problem.notFound("organization.unit-not-found");
        }
        if (draft.closes().isBefore(today())) {
            throw Problem.invalid("call.period").with("field", "closes");
        }
        CallId id = CallId.next();
        table.insert(id, draft, actor.person(), clock.instant());
        audit.record(actor, "call.made", "call", id.value(), draft.theme());
        return id;
    }

    /** The units that the actor may address. */
    public List<Unit> reach(Actor actor) {
        return units.reachedBy(actor, Role.TRAINER, Role.REVIEWER);
    }

    /** The trades whose contributions the actor answers. */
    public List<Trade> trades(Actor actor) {
        actor.require(Role.TRAINER, Role.REVIEWER);
        return trades.all().stream()
                .filter(trade -> Scope.answersFor(actor, trade.id()))
                .toList();
    }

    /** Those of the trade or, with null, of all the actor's trades; open ones first. */
    public List<Call> ofTrades(Actor actor, @Nullable TradeId trade) {
        actor.require(Role.TRAINER, Role.REVIEWER);
        return table.of(Scope.of(actor).narrowed(trade), MOST);
    }

    /** Closes one before its last day. */
    @Transactional
    public void close(Actor actor, CallId id) {
        Call call = table.find(id)
                .filter(found -> Scope.answersFor(actor, found.draft().trade()))
                .orElseThrow(() -> Problem.notFound("base.not-found"));
        table.close(call.id(), clock.instant());
        audit.record(actor, "call.closed", "call", id.value(), call.draft().theme());
    }

    /** Those that address the actor today, the first to close first. */
    public List<Call> openFor(Actor actor) {
        return table.open(today()).stream()
                .filter(call -> addresses(call, actor))
                .toList();
    }

    /**
     * One that addresses the actor.
     *
     * @throws Problem not found for others; conflict once it takes nothing more
     */
    public Call open(Actor actor, CallId id) {
        Call call = table.find(id)
                .filter(found -> addresses(found, actor))
                .orElseThrow(() -> Problem.notFound("base.not-found"));
        if (!call.openOn(today())) {
            throw Problem.conflict("call.over");
        }
        return call;
    }

    private boolean addresses(Call call, Actor actor) {
        return units.within(Set.copyOf(call.draft().units())).contains(actor.unit());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}

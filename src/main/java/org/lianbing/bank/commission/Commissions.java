package org.lianbing.bank.commission;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.account.GrantedPeople;
import org.lianbing.account.PersonName;
import org.lianbing.bank.Item;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersion;
import org.lianbing.bank.Items;
import org.lianbing.bank.commission.store.CommissionItemTable;
import org.lianbing.bank.commission.store.CommissionTable;
import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.notice.Inbox;
import org.lianbing.notice.NoticeDraft;
import org.lianbing.organization.Units;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;

/**
 * Commissions. Trainers and reviewers of a trade ask its trainers; union staff ask those of their units. A commission is
 * seen by who made it and by its authors.
 */
@Service
public class Commissions {

    private static final int MOST = 200;
    private static final int LONGEST_THANKS = 500;

    private final CommissionTable table;
    private final CommissionItemTable written;
    private final Items items;
    private final GrantedPeople granted;
    private final Units units;
    private final Trades trades;
    private final Inbox inbox;
    private final AuditLog audit;
    private final Clock clock;
    private final ZoneId zone;

    Commissions(
            CommissionTable table,
            CommissionItemTable written,
            Items items,
            GrantedPeople granted,
            Units units,
            Trades trades,
            Inbox inbox,
            AuditLog audit,
            Clock clock,
            ZoneId zone) {
        this.table = table;
        this.written = written;
        this.items = items;
        this.granted = granted;
        this.units = units;
        this.trades = trades;
        this.inbox = inbox;
        this.audit = audit;
        this.clock = clock;
        this.zone = zone;
    }

    /** The trades for which the actor may ask for items. */
    public List<Trade> trades(Actor actor) {
        return trades.all().stream()
                .filter(trade -> forTheTrade(actor, trade.id()) || actor.hasFor(Role.UNION_STAFF, trade.id()))
                .toList();
    }

    /** Whom the actor may ask: the trade's trainers; union staff those of their units. */
    public List<PersonName> authors(Actor actor, TradeId trade) {
        List<PersonName> trainers = granted.holding(Role.TRAINER, trade);
        if (forTheTrade(actor, trade)) {
            return trainers;
        }
        actor.requireFor(Role.UNION_STAFF, trade);
        Set<UnitId> reach = units.within(actor.unitsFor(Role.UNION_STAFF));
        return trainers.stream()
                .filter(trainer -> reach.contains(trainer.unit()))
                .toList();
    }

    /** Asks for items; the authors are told. */
    @Transactional
    public CommissionId make(Actor actor, CommissionDraft draft) {
        Set<PersonId> allowed =
                authors(actor, draft.trade()).stream().map(PersonName::id).collect(Collectors.toSet());
        if (!allowed.containsAll(draft.authors())) {
            throw Problem.invalid("commission.author-elsewhere").with("field", "authors");
        }
        if (draft.due().isBefore(today())) {
            throw Problem.invalid("commission.due-past").with("field", "due");
        }
        Trade trade = trades.get(draft.trade());
        if (draft.level() == null ? !trade.levels().isEmpty() : !trade.levels().contains(draft.level())) {
            throw Problem.invalid("commission.level", trade.name()).with("field", "level");
        }
        CommissionId id = CommissionId.next();
        table.insert(id, draft, actor.person(), clock.instant());
        inbox.send(
                draft.authors(),
                new NoticeDraft(
                        "commission.notice.asked",
                        List.of(
                                actor.name(),
                                TradeNames.reference(trade.id()),
                                String.valueOf(draft.total()),
                                draft.due().toString()),
                        draft.note(),
                        link(id)));
        audit.record(actor, "commission.made", "commission", id.value(), trade.name() + " " + draft.total());
        return id;
    }

    /** What the actor asked for, the next due first. */
    public List<Commission> made(Actor actor) {
        return table.madeBy(actor.person(), MOST);
    }

    /** What the actor was asked for, the next due first. */
    public List<Commission> asked(Actor actor) {
        return table.askedOf(actor.person(), MOST);
    }

    /** One that the actor made or was asked for; any other is not found. */
    public Commission get(Actor actor, CommissionId id) {
        return table.find(id)
                .filter(found -> found.madeBy().equals(actor.person())
                        || found.asked().authors().contains(actor.person()))
                .orElseThrow(() -> Problem.notFound("base.not-found"));
    }

    /** What was written for it, the newest first. */
    public List<CommissionedItem> items(Actor actor, CommissionId id) {
        return written.of(get(actor, id).id());
    }

    /** Counts an item of the actor's own towards a commission they were asked for. */
    @Transactional
    public void deliver(Actor actor, CommissionId id, ItemId item) {
        Commission commission = get(actor, id);
        requireOpen(commission);
        if (!commission.asked().authors().contains(actor.person())) {
            throw Problem.forbidden("commission.not-author");
        }
        Item found = items.get(actor, item);
        ItemVersion version = Objects.requireNonNull(found.proposed() == null ? found.published() : found.proposed());
        if (!found.trade().equals(commission.asked().trade()) || !actor.person().equals(version.author())) {
            throw Problem.conflict("commission.not-yours");
        }
        if (!written.insert(id, item, actor.person(), clock.instant())) {
            throw Problem.conflict("commission.counted");
        }
    }

    /** Closes it with a word of thanks, which the authors are told. */
    @Transactional
    public void close(Actor actor, CommissionId id, String thanks) {
        if (thanks.strip().length() > LONGEST_THANKS) {
            throw Problem.invalid("commission.note-long", LONGEST_THANKS).with("field", "thanks");
        }
        end(actor, id, CommissionState.CLOSED, thanks.strip(), "commission.notice.closed");
        audit.record(actor, "commission.closed", "commission", id.value(), "");
    }

    /** Takes it back: nothing more is owed; what was written stays. */
    @Transactional
    public void withdraw(Actor actor, CommissionId id) {
        end(actor, id, CommissionState.WITHDRAWN, "", "commission.notice.withdrawn");
        audit.record(actor, "commission.withdrawn", "commission", id.value(), "");
    }

    private void end(Actor actor, CommissionId id, CommissionState state, String words, String notice) {
        Commission commission = get(actor, id);
        if (!commission.madeBy().equals(actor.person())) {
            throw Problem.forbidden("commission.not-maker");
        }
        requireOpen(commission);
        table.end(id, state, words, clock.instant());
        inbox.send(
                commission.asked().authors(),
                new NoticeDraft(
                        notice,
                        List.of(
                                actor.name(),
                                TradeNames.reference(commission.asked().trade()),
                                String.valueOf(commission.progress().delivered())),
                        words,
                        link(id)));
    }

    private static void requireOpen(Commission commission) {
        if (commission.state() != CommissionState.OPEN) {
            throw Problem.conflict("commission.ended");
        }
    }

    static String link(CommissionId id) {
        return "commissions/" + id;
    }

    private static boolean forTheTrade(Actor actor, TradeId trade) {
        return actor.hasFor(Role.TRAINER, trade) || actor.hasFor(Role.REVIEWER, trade);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}

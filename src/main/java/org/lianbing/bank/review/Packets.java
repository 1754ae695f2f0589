package org.lianbing.bank.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.account.Accounts;
import org.lianbing.account.GrantedPeople;
import org.lianbing.account.PersonName;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.access.ItemAccess;
import org.lianbing.bank.access.ReachMarks;
import org.lianbing.bank.review.Deal.Dealt;
import org.lianbing.bank.review.store.PacketRows;
import org.lianbing.bank.review.store.WaitingRows;
import org.lianbing.bank.store.ItemRow;
import org.lianbing.bank.store.ItemRows;
import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;

/** Items in review are dealt to reviewers as packets, by a trainer or reviewer of the trade. */
@Service
public class Packets {

    /** The most items that are dealt at once. */
    public static final int MOST = 2000;

    private static final int LISTED = 200;
    private static final int LONGEST_TITLE = 60;

    private final PacketRows rows;
    private final WaitingRows waiting;
    private final ItemRows items;
    private final ItemAccess access;
    private final ReachMarks marks;
    private final Accounts accounts;
    private final GrantedPeople people;
    private final Trades trades;
    private final AuditLog audit;
    private final Clock clock;
    private final ZoneId zone;

    Packets(
            PacketRows rows,
            WaitingRows waiting,
            ItemRows items,
            ItemAccess access,
            ReachMarks marks,
            Accounts accounts,
            GrantedPeople people,
            Trades trades,
            AuditLog audit,
            Clock clock,
            ZoneId zone) {
        this.rows = rows;
        this.waiting = waiting;
        this.items = items;
        this.access = access;
        this.marks = marks;
        this.accounts = accounts;
        this.people = people;
        this.trades = trades;
        this.audit = audit;
        this.clock = clock;
        this.zone = zone;
    }

    /** To whom items of the trade can be dealt. */
    @Transactional(readOnly = true)
    public List<PersonName> reviewers(Actor actor, TradeId trade) {
        requireLead(actor, trade);
        return people.holding(Role.REVIEWER, trade);
    }

    /**
     * Deals items evenly among people, never to who wrote them. What waits with somebody moves.
     *
     * @throws Problem where somebody is no reviewer of the trade, the day is past, or nothing could be dealt
     */
    @Transactional
    public Dealt deal(Actor actor, Deal deal) {
        requireLead(actor, deal.trade());
        check(deal);
        List<Dealable> able = waiting.dealable(deal.trade(), deal.items(), marks.of(actor));
        Dealing.Hands hands = Dealing.deal(able, deal.reviewers(), reach(able, deal.reviewers()));
        List<ItemId> left = new ArrayList<>(hands.left());
        Set<ItemId> known = able.stream().map(Dealable::item).collect(Collectors.toSet());
        deal.items().stream().filter(item -> !known.contains(item)).forEach(left::add);
        if (hands.hands().isEmpty()) {
            throw Problem.conflict("bank.packet.nothing");
        }
        Instant now = clock.instant();
        List<Packet> packets = new ArrayList<>();
        hands.hands().forEach((reviewer, items) -> {
            rows.settle(items, PacketOutcome.MOVED, now);
            packets.add(put(actor, deal, reviewer, items, now));
        });
        return new Dealt(List.copyOf(packets), List.copyOf(left));
    }

    /** Packets of the trades in which the actor leads or reviews; those with something to do first. */
    @Transactional(readOnly = true)
    public List<Packet> all(Actor actor) {
        actor.require(Role.TRAINER, Role.REVIEWER);
        List<TradeId> reached = trades.all().stream()
                .map(Trade::id)
                .filter(trade -> leads(actor, trade))
                .toList();
        return rows.of(reached, LISTED);
    }

    /** Takes back what is not decided: it waits for everybody again. */
    @Transactional
    public List<ItemId> takeBack(Actor actor, PacketId id) {
        Packet packet = led(actor, id);
        List<ItemId> back = rows.takeBack(id, clock.instant());
        audit.record(actor, "packet.taken-back", "packet", id.value(), packet.title() + " · " + back.size());
        return back;
    }

    /** Sets another last day. */
    @Transactional
    public void due(Actor actor, PacketId id, LocalDate day) {
        Packet packet = led(actor, id);
        checkDay(day);
        rows.due(id, day);
        audit.record(actor, "packet.due", "packet", id.value(), packet.title() + " · " + day);
    }

    /** Today, where days end in the zone of the application. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** Who of the reviewers may see which of the items. */
    private BiPredicate<PersonId, ItemId> reach(List<Dealable> able, List<PersonId> reviewers) {
        Map<ItemId, ItemRow> found =
                items.find(able.stream().map(Dealable::item).toList());
        Map<PersonId, Actor> actors = reviewers.stream()
                .flatMap(reviewer -> accounts.actor(reviewer).stream())
                .collect(Collectors.toMap(Actor::person, Function.identity()));
        return (reviewer, item) -> {
            Actor actor = actors.get(reviewer);
            ItemRow row = found.get(item);
            return actor != null && row != null && access.mayReview(actor, row);
        };
    }

    private Packet put(Actor actor, Deal deal, PersonId reviewer, List<ItemId> items, Instant now) {
        String title =
                deal.title().isBlank() ? today().toString() : deal.title().strip();
        Packet packet = new Packet(
                PacketId.next(), deal.trade(), title, reviewer, deal.dueOn(), actor.person(), now, items.size(), 0);
        rows.insert(packet, items);
        audit.record(actor, "packet.dealt", "packet", packet.id().value(), title + " · " + items.size());
        return packet;
    }

    private void check(Deal deal) {
        if (deal.items().isEmpty() || deal.items().size() > MOST) {
            throw Problem.invalid("bank.packet.items", MOST).with("field", "items");
        }
        if (deal.title().length() > LONGEST_TITLE) {
            throw Problem.invalid("bank.rule.long", LONGEST_TITLE, deal.title().length())
                    .with("field", "title");
        }
        checkDay(deal.dueOn());
        Set<PersonId> able = people.holding(Role.REVIEWER, deal.trade()).stream()
                .map(PersonName::id)
                .collect(Collectors.toSet());
        if (deal.reviewers().isEmpty()
                || !able.containsAll(deal.reviewers())
                || new HashSet<>(deal.reviewers()).size() != deal.reviewers().size()) {
            throw Problem.invalid("bank.packet.reviewers").with("field", "reviewers");
        }
    }

    private void checkDay(LocalDate day) {
        if (day.isBefore(today())) {
            throw Problem.invalid("bank.packet.past").with("field", "dueOn");
        }
    }

    private Packet led(Actor actor, PacketId id) {
        Packet packet = rows.find(id).orElseThrow(() -> Problem.notFound("base.not-found"));
        requireLead(actor, packet.trade());
        return packet;
    }

    private static void requireLead(Actor actor, TradeId trade) {
        if (!leads(actor, trade)) {
            throw Problem.notFound("base.not-found");
        }
    }

    private static boolean leads(Actor actor, TradeId trade) {
        return actor.hasFor(Role.TRAINER, trade) || actor.hasFor(Role.REVIEWER, trade);
    }
}

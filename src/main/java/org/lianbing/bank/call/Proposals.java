package org.lianbing.bank.call;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemRules;
import org.lianbing.bank.Origin;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.call.store.ProposalTable;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.media.Media;
import org.lianbing.media.MediaId;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;

/** Items that workers propose, from the first word to what became of them. Everybody sees only their own. */
@Service
public class Proposals {

    private static final int MOST_DRAFTS = 50;
    private static final int MOST_WAITING = 100;

    private final ProposalTable table;
    private final Calls calls;
    private final ItemRules rules;
    private final Trades trades;
    private final Media media;
    private final Clock clock;
    private final ZoneId zone;

    Proposals(ProposalTable table, Calls calls, ItemRules rules, Trades trades, Media media, Clock clock, ZoneId zone) {
        this.table = table;
        this.calls = calls;
        this.rules = rules;
        this.trades = trades;
        this.media = media;
        this.clock = clock;
        this.zone = zone;
    }

    /** Begins one, for a call or without one. */
    @Transactional
    public ProposalId begin(Actor actor, @Nullable CallId call, TradeId trade, ProposalSheet sheet) {
        TradeId wanted = call == null
                ? trades.get(trade).id()
                : calls.open(actor, call).draft().trade();
        if (table.drafts(actor.person()) >= MOST_DRAFTS) {
            throw Problem.conflict("call.too-many-drafts", MOST_DRAFTS);
        }
        requirePictures(sheet);
        ProposalId id = ProposalId.next();
        table.insert(id, call, wanted, actor.person(), actor.unit(), sheet, clock.instant());
        return id;
    }

    /** Keeps what is typed, complete or not. */
    @Transactional
    public void save(Actor actor, ProposalId id, TradeId trade, ProposalSheet sheet) {
        Proposal before = own(actor, id);
        requirePictures(sheet);
        TradeId wanted = before.call() == null ? trades.get(trade).id() : before.trade();
        if (!table.save(id, actor.person(), wanted, sheet, clock.instant())) {
            throw Problem.conflict("call.sent-already");
        }
    }

    /** Sends it to the people of the trade, once it says enough. */
    @Transactional
    public void send(Actor actor, ProposalId id) {
        Proposal proposal = own(actor, id);
        check(proposal);
        if (table.waiting(actor.person()) >= MOST_WAITING) {
            throw Problem.throttled("call.too-many-waiting", MOST_WAITING);
        }
        Instant now = clock.instant();
        LocalDate due = LocalDate.ofInstant(now, zone).plusDays(Reports.DAYS);
        if (!table.send(id, actor.person(), now, due)) {
            throw Problem.conflict("call.sent-already");
        }
    }

    /** Throws a draft away. */
    @Transactional
    public void discard(Actor actor, ProposalId id) {
        own(actor, id);
        if (!table.delete(id, actor.person())) {
            throw Problem.conflict("call.sent-already");
        }
    }

    /** One of the actor's own; any other is not found. */
    public Proposal own(Actor actor, ProposalId id) {
        return table.find(id)
                .filter(found -> found.person().equals(actor.person()))
                .orElseThrow(() -> Problem.notFound("base.not-found"));
    }

    /** The actor's own, the last written first. */
    public Paged<Proposal> mine(Actor actor, PageOf page) {
        return table.by(actor.person(), page);
    }

    /** What is missing is told before it is sent; points and the final level are for those who take it. */
    private void check(Proposal proposal) {
        Trade trade = trades.get(proposal.trade());
        Level chosen = proposal.sheet().level();
        Set<Level> levels = trade.levels().isEmpty()
                ? Set.of()
                : Set.of(
                        chosen != null && trade.levels().contains(chosen)
                                ? chosen
                                : trade.levels().getFirst());
        rules.check(new ItemDraft(
                null, trade.id(), levels, Set.of(), ProposedContent.of(proposal.sheet()), Secrecy.OPEN, Origin.NONE));
    }

    private void requirePictures(ProposalSheet sheet) {
        Set<MediaId> ids = sheet.pictures().stream().map(MediaId::new).collect(java.util.stream.Collectors.toSet());
        if (!media.existing(ids).containsAll(ids)) {
            throw Problem.invalid("call.picture").with("field", "pictures");
        }
    }
}

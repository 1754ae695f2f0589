package org.lianbing.bank.call;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.account.People;
import org.lianbing.account.PersonName;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemRules;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.Origin;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.call.store.ProposalTable;
import org.lianbing.bank.lifecycle.ItemDocuments;
import org.lianbing.bank.lifecycle.ItemLifecycle;
import org.lianbing.bank.store.ItemRow;
import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.Level;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.notice.Inbox;
import org.lianbing.notice.NoticeDraft;
import org.lianbing.organization.Unit;
import org.lianbing.organization.Units;
import org.lianbing.trade.PointId;

/** Answers proposals: for trainers and reviewers of the trade. */
@Service
public class ProposalDesk {

    private static final int MOST = 500;
    private static final int STEM_SHOWN = 24;

    private final ProposalTable table;
    private final ItemRules rules;
    private final ItemLifecycle lifecycle;
    private final ItemDocuments documents;
    private final People people;
    private final Units units;
    private final Inbox inbox;
    private final AuditLog audit;
    private final Clock clock;

    ProposalDesk(
            ProposalTable table,
            ItemRules rules,
            ItemLifecycle lifecycle,
            ItemDocuments documents,
            People people,
            Units units,
            Inbox inbox,
            AuditLog audit,
            Clock clock) {
        this.table = table;
        this.rules = rules;
        this.lifecycle = lifecycle;
        this.documents = documents;
        this.people = people;
        this.units = units;
        this.inbox = inbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What waits, the longest due first.
     *
     * @param trade of this trade alone; null for all of the actor's
     */
    public List<Proposal> waiting(Actor actor, @Nullable TradeId trade) {
        return table.waiting(Scope.of(actor).narrowed(trade), MOST);
    }

    /** What a proposal says as an item. */
    public ItemContent content(Proposal proposal) {
        return ProposedContent.of(proposal.sheet());
    }

    /**
     * Takes a proposal into the bank as a draft of which its proposer is the author; they are told.
     *
     * @param levels for which levels; none for a foundation
     * @param points what it tests
     * @param words to the proposer; may be empty
     */
    @Transactional
    public ItemId take(Actor actor, ProposalId id, Set<Level> levels, Set<PointId> points, String words) {
        Proposal proposal = waiting(actor, id);
        actor.requireFor(Role.TRAINER, proposal.trade());
        ItemDraft draft = new ItemDraft(
                null,
                proposal.trade(),
                levels,
                points,
                content(proposal),
                Secrecy.OPEN,
                new Origin("", "", "", credit(proposal)));
        rules.check(draft);
        ItemRow row = lifecycle.create(draft);
        lifecycle.propose(row, draft, proposal.person(), "", ItemState.DRAFT);
        documents.refresh(Set.of(row.id()));
        answer(actor, proposal, row.id(), words, "call.notice.taken");
        audit.record(actor, "call.proposal-taken", "item", row.id().value(), row.code());
        return row.id();
    }

    /** Declines it with a word, which the proposer reads. */
    @Transactional
    public void decline(Actor actor, ProposalId id, String words) {
        if (words.isBlank()) {
            throw Problem.invalid("call.answer-needed").with("field", "words");
        }
        answer(actor, waiting(actor, id), null, words, "call.notice.declined");
        audit.record(actor, "call.proposal-declined", "proposal", id.value(), "");
    }

    private Proposal waiting(Actor actor, ProposalId id) {
        Proposal proposal = table.find(id)
                .filter(found -> Scope.answersFor(actor, found.trade()))
                .filter(found -> found.state() != ProposalState.DRAFT)
                .orElseThrow(() -> Problem.notFound("base.not-found"));
        if (proposal.state() != ProposalState.SENT) {
            throw Problem.conflict("call.answered");
        }
        return proposal;
    }

    private void answer(Actor actor, Proposal proposal, @Nullable ItemId item, String words, String notice) {
        String answer = words.strip();
        if (answer.length() > ReportDraft.LONGEST) {
            throw Problem.invalid("call.words-long", ReportDraft.LONGEST).with("field", "words");
        }
        if (!table.answer(proposal.id(), item, answer, actor.person(), clock.instant())) {
            throw Problem.conflict("call.answered");
        }
        String stem = proposal.sheet().stem().strip();
        String shown = stem.length() > STEM_SHOWN ? stem.substring(0, STEM_SHOWN) + "…" : stem;
        inbox.send(proposal.person(), new NoticeDraft(notice, List.of(shown), answer, "contributions"));
    }

    /** The proposer's name and unit, which stay with the item. */
    private String credit(Proposal proposal) {
        Map<PersonId, PersonName> names = people.names(Set.of(proposal.person()));
        Map<UnitId, Unit> found = units.find(Set.of(proposal.unit()));
        PersonName name = names.get(proposal.person());
        Unit unit = found.get(proposal.unit());
        return ((name == null ? "" : name.name()) + (unit == null ? "" : " · " + unit.name())).strip();
    }
}

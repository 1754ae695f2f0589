package org.lianbing.exam;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.bank.call.ReportDraft;
import org.lianbing.bank.call.ReportReason;
import org.lianbing.bank.call.Reports;
import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.exam.store.CorrectionTable;
import org.lianbing.exam.store.ExamTable;
import org.lianbing.paper.Corrections;
import org.lianbing.paper.Forms;
import org.lianbing.paper.FrozenSlot;
import org.lianbing.paper.KeyRules;
import org.lianbing.paper.Slot;
import org.lianbing.paper.SlotRuling;

/**
 * Corrections of keys (更正答案) with four eyes: an organizer proposes, another organizer or a reviewer in reach approves
 * or refuses, and what is approved is in force at once. Where items are sealed still, setters do both. Nobody who sat the
 * exam sees anything here, and nobody does while somebody is at work.
 */
@Service
public class CorrectionDesk {

    private static final int MOST_WAITING = 200;

    private final CorrectionAccess access;
    private final SealedItems sealed;
    private final CorrectionTable table;
    private final CorrectionPreviews previews;
    private final SlotSheets sheets;
    private final ExamTable exams;
    private final Corrections corrections;
    private final KeyRules rules;
    private final ItemPlaces places;
    private final Rulings rulings;
    private final Forms forms;
    private final ResultHistory history;
    private final Reports reports;
    private final ApplicationEventPublisher events;
    private final AuditLog audit;

    CorrectionDesk(
            CorrectionAccess access,
            SealedItems sealed,
            CorrectionTable table,
            CorrectionPreviews previews,
            SlotSheets sheets,
            ExamTable exams,
            Corrections corrections,
            KeyRules rules,
            ItemPlaces places,
            Rulings rulings,
            Forms forms,
            ResultHistory history,
            Reports reports,
            ApplicationEventPublisher events,
            AuditLog audit) {
        this.access = access;
        this.sealed = sealed;
        this.table = table;
        this.previews = previews;
        this.sheets = sheets;
        this.exams = exams;
        this.corrections = corrections;
        this.rules = rules;
        this.places = places;
        this.rulings = rulings;
        this.forms = forms;
        this.history = history;
        this.reports = reports;
        this.events = events;
        this.audit = audit;
    }

    /** The exam, for who may look at its keys. */
    public Exam exam(Actor actor, ExamId id, Instant now) {
        return access.get(actor, id, now);
    }

    /** Whether the actor may propose, and not only decide. */
    public boolean mayPropose(Actor actor, ExamId id, Instant now) {
        return access.proposes(actor, access.get(actor, id, now));
    }

    /** Every slot with its key and with how it was answered. Who reads sealed ones stands in the log. */
    public List<SlotSheet> slots(Actor actor, ExamId id, Instant now) {
        Exam exam = access.get(actor, id, now);
        if (sealed.areIn(exam)) {
            sealed.looked(actor, exam);
            audit.record(
                    actor,
                    "exam.sealed-keys-read",
                    "exam",
                    exam.id().value(),
                    exam.draft().title());
        }
        return sheets.of(exam);
    }

    /** Whether it holds items that are sealed still, so that whoever reads them is named on the screen. */
    public boolean isSealed(Actor actor, ExamId id, Instant now) {
        return sealed.areIn(access.get(actor, id, now));
    }

    /**
     * A slot as it was frozen, for a key to be made in its tokens.
     *
     * @param form which form, from 1; 0 for the first
     */
    public FrozenSlot frozen(Actor actor, ExamId id, int form, int slot, Instant now) {
        return forms.frozenSlot(place(access.get(actor, id, now), form, slot).form(), slot);
    }

    /** What would come out. Changes nothing. */
    public CorrectionPreview preview(Actor actor, ExamId id, int form, int slot, SlotRuling ruling, Instant now) {
        Exam exam = access.get(actor, id, now);
        ItemPlaces.Place place = place(exam, form, slot);
        rules.require(slot(place), ruling);
        return previews.of(exam, place.number(), slot, ruling, now);
    }

    /** What would come out of a proposal, with what is in force by now. */
    public CorrectionPreview preview(Actor actor, CorrectionId id, Instant now) {
        CorrectionProposal proposal = find(id);
        Exam exam = access.get(actor, proposal.exam(), now);
        CorrectionDraft draft = proposal.draft();
        return previews.of(exam, draft.form(), draft.slot(), draft.ruling(), now);
    }

    /**
     * Proposes a correction; nothing changes yet.
     *
     * @throws Problem invalid, where the key does not fit the slot; conflict, where a proposal for the slot waits already
     */
    @Transactional
    public CorrectionId propose(Actor actor, ExamId id, CorrectionDraft asked, Instant now) {
        Exam exam = access.getToPropose(actor, id, now);
        CorrectionDraft draft = addressed(exam, asked);
        CorrectionId correction = CorrectionId.next();
        int basis = table.generation(id);
        if (!table.insert(correction, id, draft, basis, actor.person(), now)) {
            throw Problem.conflict("exam.correction.waits");
        }
        audit.record(actor, "exam.correction-proposed", "exam", id.value(), detail(exam, draft));
        events.publishEvent(new CorrectionProposed(id, correction));
        return correction;
    }

    /** All proposals of an exam, the newest first. */
    public List<CorrectionProposal> of(Actor actor, ExamId id, Instant now) {
        access.get(actor, id, now);
        return table.of(id);
    }

    /** One of them. Whoever proposed it may read it, and take it back, also when the exam is no longer within reach. */
    public CorrectionProposal get(Actor actor, CorrectionId id, Instant now) {
        CorrectionProposal proposal = find(id);
        if (!proposal.proposedBy().equals(actor.person())) {
            access.get(actor, proposal.exam(), now);
        }
        return proposal;
    }

    /** The results that a candidate had before, each with the corrections that replaced it; the first one first. */
    public List<ReplacedResult> history(Actor actor, ExamId id, PersonId person, Instant now) {
        access.get(actor, id, now);
        return history.of(id, person);
    }

    /**
     * What waits in the actor's reach, the oldest first, also the actor's own. Setters reach what their sets hold in
     * whatever unit, until the results are out.
     */
    public List<CorrectionProposal> waiting(Actor actor) {
        // The exams first and their proposals then, so that no others take the place of those that are shown.
        List<ExamId> open = table.exams(access.reach(actor), access.maySet(actor)).stream()
                .filter(exam -> isOpen(actor, exam))
                .toList();
        return table.waiting(open, MOST_WAITING);
    }

    private boolean isOpen(Actor actor, ExamId id) {
        return exams.find(id).filter(exam -> access.lists(actor, exam)).isPresent();
    }

    /**
     * The second person approves: in force at once, and everybody is scored by it.
     *
     * @param basis that of the preview that the person saw
     * @throws Problem conflict {@code paper.correction-basis}, where another correction came into force since that
     *     preview; forbidden, for the one who proposed it; conflict, where somebody decided before
     */
    @Transactional
    public void approve(Actor actor, CorrectionId id, int basis, Instant now) {
        CorrectionProposal proposal = decidable(actor, id, now);
        Exam exam = access.get(actor, proposal.exam(), now);
        CorrectionDraft draft = proposal.draft();
        if (!proposal.waits()) {
            throw Problem.conflict("exam.correction.decided");
        }
        int generation = lay(exam, draft, basis, now);
        if (!table.approve(id, actor.person(), generation, now)) {
            throw Problem.conflict("exam.correction.decided");
        }
        if (draft.reportsItem()) {
            Slot slot = slot(place(exam, draft.form(), draft.slot()));
            reports.ofContest(
                    proposal.proposedBy(),
                    new ReportDraft(slot.item(), slot.version(), ReportReason.WRONG_KEY, draft.reason()));
        }
        audit.record(actor, "exam.correction-approved", "exam", exam.id().value(), detail(exam, draft));
        events.publishEvent(new CorrectionApproved(exam.id(), id));
        events.publishEvent(new CorrectionDecided(exam.id(), id, true));
    }

    /** The second person refuses; the reason is for the one who proposed it. */
    @Transactional
    public void refuse(Actor actor, CorrectionId id, String why, Instant now) {
        CorrectionProposal proposal = decidable(actor, id, now);
        String words = why.strip();
        if (words.isEmpty() || words.length() > Corrections.LONGEST_REASON) {
            throw Problem.invalid("exam.correction.reason-length", Corrections.LONGEST_REASON)
                    .with("field", "reason");
        }
        if (!table.refuse(id, actor.person(), words, now)) {
            throw Problem.conflict("exam.correction.decided");
        }
        Exam exam = access.get(actor, proposal.exam(), now);
        audit.record(
                actor,
                "exam.correction-refused",
                "exam",
                proposal.exam().value(),
                detail(exam, proposal.draft()) + (sealed.areIn(exam) ? "" : " · " + words));
        events.publishEvent(new CorrectionDecided(proposal.exam(), id, false));
    }

    /** The one who proposed it takes it back. */
    @Transactional
    public void withdraw(Actor actor, CorrectionId id, Instant now) {
        CorrectionProposal proposal = get(actor, id, now);
        Exam exam = exams.find(proposal.exam()).orElseThrow(() -> Problem.notFound("base.not-found"));
        if (!table.withdraw(id, actor.person(), now)) {
            throw Problem.conflict("exam.correction.decided");
        }
        audit.record(actor, "exam.correction-withdrawn", "exam", exam.id().value(), detail(exam, proposal.draft()));
    }

    private CorrectionProposal decidable(Actor actor, CorrectionId id, Instant now) {
        CorrectionProposal proposal = get(actor, id, now);
        if (proposal.proposedBy().equals(actor.person())) {
            throw Problem.forbidden("exam.correction.four-eyes");
        }
        return proposal;
    }

    private CorrectionProposal find(CorrectionId id) {
        return table.find(id).orElseThrow(() -> Problem.notFound("base.not-found"));
    }

    /** Into force in every form in which the item stands, by one number for them all. */
    private int lay(Exam exam, CorrectionDraft draft, int basis, Instant now) {
        exams.holdKeys(exam.id());
        if (table.generation(exam.id()) != basis) {
            throw Problem.conflict("paper.correction-basis");
        }
        rulings.everywhere(exam, draft.form(), draft.slot(), draft.ruling())
                .forEach((place, ruling) ->
                        corrections.lay(place.form(), basis, place.slot(), ruling, draft.reason(), now));
        return basis + 1;
    }

    /** The draft for the first form in which the item stands, so that no two proposals for one item wait. */
    private CorrectionDraft addressed(Exam exam, CorrectionDraft draft) {
        ItemPlaces.Place asked = place(exam, draft.form(), draft.slot());
        rules.require(slot(asked), draft.ruling());
        Map.Entry<ItemPlaces.Place, SlotRuling> first = rulings.everywhere(
                        exam, asked.number(), draft.slot(), draft.ruling())
                .entrySet()
                .iterator()
                .next();
        return new CorrectionDraft(
                first.getKey().number(), first.getKey().slot(), first.getValue(), draft.reason(), draft.reportsItem());
    }

    /** The place that was asked for; of the first form, where none was named. */
    private ItemPlaces.Place place(Exam exam, int form, int slot) {
        List<ItemPlaces.Place> all = places.of(exam, form, slot);
        return all.stream().filter(place -> place.number() == form).findFirst().orElse(all.getFirst());
    }

    private Slot slot(ItemPlaces.Place place) {
        return forms.newest(place.form()).slot(place.slot());
    }

    /** For the log, which administrators read: of a sealed paper neither what is right nor why. */
    private String detail(Exam exam, CorrectionDraft draft) {
        String slot = exam.draft().title() + " · " + draft.label();
        return sealed.areIn(exam) ? slot : slot + " · " + draft.ruling().code() + " · " + draft.reason();
    }
}

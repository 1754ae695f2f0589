package org.lianbing.paper;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.ItemVersion;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Pool;
import org.lianbing.base.Problem;
import org.lianbing.media.MediaId;
import org.lianbing.paper.render.FormRenderer;
import org.lianbing.paper.store.EmbargoRows;
import org.lianbing.paper.store.FormRows;

/** Frozen forms. A form never changes; until it is released, its items are under embargo. */
@Service
public class Forms {

    private static final int FORMS_IN_MEMORY = 2_000;
    /** Some 80 MB: of an exam with a form for each of two thousand candidates not all are held. */
    private static final int SLOTS_IN_MEMORY = 100_000;

    private static final long RENDERED_BYTES_IN_MEMORY = 64L * 1024 * 1024;

    private final FormRows rows;
    private final EmbargoRows embargoes;
    private final Pool pool;
    private final Freezing freezing;
    private final Delivery delivery;
    private final FormRenderer renderer;
    private final Feedbacks feedbacks;
    private final Clips clips;
    private final Corrections corrections;
    private final Cache<FormId, Set<MediaId>> clipsOfForms =
            Caffeine.newBuilder().maximumSize(FORMS_IN_MEMORY).build();
    private final Cache<FormId, Form> forms = Caffeine.newBuilder()
            .maximumWeight(SLOTS_IN_MEMORY)
            .weigher((FormId id, Form form) -> form.slots().size())
            .build();
    private final Cache<FormId, RenderedForm> rendered = Caffeine.newBuilder()
            .maximumWeight(RENDERED_BYTES_IN_MEMORY)
            .weigher((FormId id, RenderedForm form) -> form.gzip().length)
            .build();

    Forms(
            FormRows rows,
            EmbargoRows embargoes,
            Pool pool,
            Freezing freezing,
            Delivery delivery,
            FormRenderer renderer,
            Feedbacks feedbacks,
            Clips clips,
            Corrections corrections) {
        this.rows = rows;
        this.embargoes = embargoes;
        this.pool = pool;
        this.freezing = freezing;
        this.delivery = delivery;
        this.renderer = renderer;
        this.feedbacks = feedbacks;
        this.clips = clips;
        this.corrections = corrections;
    }

    /** Which of these versions stand in which of these forms. */
    public Map<FormId, Set<ItemVersionId>> holding(Collection<FormId> among, Collection<ItemVersionId> versions) {
        return among.isEmpty() || versions.isEmpty() ? Map.of() : rows.holding(among, versions);
    }

    /** The items of these forms. */
    public Set<ItemId> items(Collection<FormId> those) {
        return those.isEmpty() ? Set.of() : rows.items(those);
    }

    /** In which of these forms each item stands, by the version that is asked there. */
    public Map<ItemVersionId, Set<FormId>> standing(Collection<FormId> those) {
        return those.isEmpty() ? Map.of() : rows.standing(those);
    }

    /** Where what stands in a slot stands in these forms, in their order: an item, or the same part of a 案例. */
    public List<SlotPlace> places(List<FormId> those, Slot asked) {
        Slot.Part part = asked.part();
        return those.isEmpty() ? List.of() : rows.places(those, asked.version(), part == null ? 0 : part.place());
    }

    /** Whatever stands in these forms, each at the first place that it has in their order. */
    public List<SlotPlace> firstPlaces(List<FormId> those) {
        return those.isEmpty() ? List.of() : rows.firstPlaces(those);
    }

    /** Where something is written in these forms that people mark, in their order. */
    public List<SlotPlace> written(List<FormId> those) {
        return those.isEmpty() ? List.of() : rows.written(those);
    }

    /** The items of all forms that were frozen for an exam since then. */
    public Set<ItemId> examinedSince(Instant then) {
        return rows.examinedSince(then);
    }

    /** Freezes a paper for an exam without aids; its items are under embargo until {@link #release}. */
    @Transactional
    public FormId freezeForExam(String title, List<DraftSlot> slots, Instant now) {
        return freezeForExam(title, slots, Aids.NONE, now);
    }

    /** The same with what candidates may use. */
    @Transactional
    public FormId freezeForExam(String title, List<DraftSlot> slots, Aids aids, Instant now) {
        DrawnForm drawn = DrawnForm.next(slots);
        reserve(List.of(drawn));
        freezer(title, aids).freeze(List.of(drawn), now);
        return drawn.id();
    }

    /** Freezes a paper for one drill; no embargo. */
    @Transactional
    public FormId freezeForPractice(String title, List<DraftSlot> slots, Instant now) {
        DrawnForm drawn = DrawnForm.next(slots);
        freezer(title, Aids.NONE).freeze(List.of(drawn), now, now);
        return drawn.id();
    }

    /** Lays what stands in forms that were drawn under embargo, before they are frozen. */
    @Transactional
    public void reserve(Collection<DrawnForm> drawn) {
        embargoes.lay(drawn, pool.items(DrawnForm.versions(drawn)));
    }

    /** What freezes the forms of a paper that {@link #reserve} knows. */
    public PaperFreezer freezer(String title, Aids aids) {
        return new PaperFreezer(title, aids, rows, pool, freezing, delivery, renderer);
    }

    /** Takes back forms that no exam ever had, frozen or not: as if they had never been drawn. */
    @Transactional
    public void remove(Collection<FormId> unused) {
        embargoes.lift(unused);
        rows.remove(unused);
    }

    /** Whether something is written in any of these forms that people mark. */
    public boolean askForMarkers(Collection<FormId> those) {
        return rows.holdTypes(those, List.of(ItemType.SHORT_ANSWER, ItemType.ESSAY));
    }

    /** Gives up a form that nobody has sat: its items are as free as if it had never been frozen. */
    @Transactional
    public void discard(FormId form) {
        if (rows.discard(form)) {
            embargoes.lift(form);
        }
    }

    /** Ends the embargo: answers may be shown. */
    @Transactional
    public void release(FormId form, Instant now) {
        if (rows.release(form, now)) {
            embargoes.lift(form);
        }
    }

    /** Gives the items back to exams, but not to practice: their answers are not to be shown. */
    @Transactional
    public void keepFromPractice(FormId form) {
        embargoes.keepFromPractice(form);
    }

    /** The form with its keys and with the corrections of them that are in force. */
    public Form get(FormId form) {
        return corrections.applied(frozen(form));
    }

    /** The form as it would be with one more correction. */
    public Form proposed(FormId form, int slot, SlotRuling ruling, Instant now) {
        return corrections.proposed(frozen(form), slot, ruling, now);
    }

    /** The form with what is in force at this moment, past every memory; for scoring again. */
    public Form newest(FormId form) {
        return frozen(form).corrected(corrections.of(form));
    }

    /** A slot as it was frozen, with the author's order of its options. */
    public FrozenSlot frozenSlot(FormId form, int number) {
        return rows.slot(form, number).orElseThrow(Forms::none);
    }

    /** The form as it was frozen; cached, since it never changes. */
    public Form frozen(FormId form) {
        Form cached = forms.getIfPresent(form);
        if (cached != null) {
            return cached;
        }
        Form read = rows.find(form).orElseThrow(Forms::none);
        forms.put(form, read);
        return read;
    }

    /** The form as candidates get it; cached. */
    public RenderedForm rendered(FormId form) {
        RenderedForm cached = rendered.getIfPresent(form);
        if (cached != null) {
            return cached;
        }
        RenderedForm read = rows.rendered(form).orElseThrow(Forms::none);
        rendered.put(form, read);
        return read;
    }

    /** The sound and film that stand in the form as candidates get it; cached. */
    public Set<MediaId> clips(FormId form) {
        Set<MediaId> cached = clipsOfForms.getIfPresent(form);
        if (cached != null) {
            return cached;
        }
        Set<MediaId> read = clips.in(rendered(form));
        clipsOfForms.put(form, read);
        return read;
    }

    /** Those that stand in key and explanation of these slots, save where the item is under embargo. */
    public Set<MediaId> clipsOfFeedback(FormId form, Collection<Integer> numbers, Map<Integer, Integer> variants) {
        return numbers.isEmpty()
                ? Set.of()
                : clips.in(feedbacks(form, numbers, variants).values());
    }

    /** Whether the answers may be shown. */
    public boolean isReleased(FormId form) {
        return rows.isReleased(form);
    }

    /**
     * Key and explanation of one slot; a conflict while the item is under embargo.
     *
     * @param variants by slot, which variant of a 计算 the candidate had, from 0
     */
    public SlotFeedback feedback(FormId form, int slot, Map<Integer, Integer> variants) {
        SlotFeedback feedback = feedbacks(form, Set.of(slot), variants).get(slot);
        if (feedback == null) {
            throw Problem.conflict("paper.embargo");
        }
        return feedback;
    }

    /**
     * Key and explanation of these slots, by number, without those whose item is under embargo.
     *
     * @param variants by slot, which variant of a 计算 the candidate had, from 0
     */
    public Map<Integer, SlotFeedback> feedbacks(
            FormId form, Collection<Integer> numbers, Map<Integer, Integer> variants) {
        return feedbacks(form, numbers, variants, embargoes::among);
    }

    /**
     * The same for a form whose answers are out though it holds its items under embargo still, as until its explanations
     * are out too. What stands under the embargo of a form that is none of these stays out.
     *
     * @param out the forms whose answers are out, this one among them
     */
    public Map<Integer, SlotFeedback> feedbacksOut(
            FormId form, Collection<Integer> numbers, Map<Integer, Integer> variants, Collection<FormId> out) {
        return feedbacks(form, numbers, variants, items -> embargoes.amongOthers(out, items));
    }

    /**
     * Those of the items whose keys no candidate may be shown, as {@link #feedbacks} leaves them out. Nobody may be told
     * either whether they answered one rightly: that tells its key.
     */
    public Set<ItemId> keptBack(Collection<ItemId> items) {
        return items.isEmpty() ? Set.of() : embargoes.among(items);
    }

    /** Those of the forms in which such an item stands, so that a score of them tells something about it. */
    public Set<FormId> keepingBack(Collection<FormId> among) {
        return among.isEmpty() ? Set.of() : embargoes.holding(among);
    }

    /** What an organizer who corrects keys sees of every slot, embargo or not; of a 计算 the first variant. */
    public Map<Integer, SlotFeedback> opened(FormId form) {
        Form all = get(form);
        return feedbacks(form, all.slots().stream().map(Slot::number).toList(), Map.of(), items -> Set.of());
    }

    /**
     * What somebody has before them who marks what was written in a slot. The caller decides who may.
     *
     * @throws Problem not found, where nothing is written there
     */
    public MarkingGuide guide(FormId form, int slot) {
        FrozenSlot frozen = frozenSlot(form, slot);
        ItemVersion version = pool.versions(List.of(frozen.slot().version()))
                .get(frozen.slot().version());
        if (version == null || !(frozen.slot().key() instanceof SlotKey.Written)) {
            throw none();
        }
        return feedbacks.guide(frozen, version);
    }

    private Map<Integer, SlotFeedback> feedbacks(
            FormId form,
            Collection<Integer> numbers,
            Map<Integer, Integer> variants,
            Function<Collection<ItemId>, Set<ItemId>> embargo) {
        Form now = get(form);
        List<FrozenSlot> slots = rows.slots(form).stream()
                .filter(frozen -> numbers.contains(frozen.slot().number()))
                .map(frozen -> frozen.of(now.slot(frozen.slot().number()).correction()))
                .toList();
        Set<ItemId> closed =
                embargo.apply(slots.stream().map(frozen -> frozen.slot().item()).toList());
        List<FrozenSlot> open = slots.stream()
                .filter(frozen -> !closed.contains(frozen.slot().item()))
                .toList();
        Map<ItemVersionId, ItemVersion> versions = pool.versions(
                open.stream().map(frozen -> frozen.slot().version()).toList());
        Map<Integer, SlotFeedback> due = new HashMap<>();
        for (FrozenSlot frozen : open) {
            ItemVersion version = versions.get(frozen.slot().version());
            if (version != null) {
                int number = frozen.slot().number();
                due.put(number, feedbacks.of(frozen, version, variants.getOrDefault(number, 0)));
            }
        }
        return due;
    }

    private static Problem none() {
        return Problem.notFound("base.not-found");
    }
}

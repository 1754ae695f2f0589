package org.lianbing.paper;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersion;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Pool;
import org.lianbing.base.Problem;
import org.lianbing.paper.store.FormRows;

/** Frozen forms for paper. Who may have one in hand, the caller decides. */
@Service
public class PaperForms {

    private final FormRows rows;
    private final Forms forms;
    private final Pool pool;
    private final Bodies bodies;

    PaperForms(FormRows rows, Forms forms, Pool pool, Bodies bodies) {
        this.rows = rows;
        this.forms = forms;
        this.pool = pool;
        this.bodies = bodies;
    }

    /** The form as everybody who has it on paper reads it: options in the order of the form, of a 计算 the first variant. */
    public PaperForm of(FormId id) {
        List<FrozenSlot> slots = rows.slots(id);
        if (slots.isEmpty()) {
            throw Problem.notFound("base.not-found");
        }
        Map<ItemVersionId, ItemVersion> versions = pool.versions(
                slots.stream().map(frozen -> frozen.slot().version()).toList());
        Map<Integer, PaperForm.Section> sections = new TreeMap<>();
        for (FrozenSlot frozen : slots) {
            Slot slot = frozen.slot();
            ItemVersion version = versions.get(slot.version());
            if (version == null) {
                throw Problem.notFound("paper.version-gone");
            }
            sections.merge(
                    slot.section(),
                    new PaperForm.Section(
                            slot.section(), version.content().interaction().type(), List.of(slot(frozen, version))),
                    PaperForm.Section::and);
        }
        return new PaperForm(
                id, List.copyOf(sections.values()), forms.frozen(id).maxScore());
    }

    private PaperSlot slot(FrozenSlot frozen, ItemVersion version) {
        Slot slot = frozen.slot();
        SlotView body = bodies.body(frozen, version);
        @Nullable List<SlotView.Variant> variants = body.variants();
        return new PaperSlot(
                slot.number(),
                slot.type(),
                slot.part(),
                slot.maxScore(),
                slot.part() == null ? null : bodies.caseStem(version),
                variants == null
                        ? bodies.stem(slot, version)
                        : variants.getFirst().stem(),
                variants == null ? body : body.of(variants.getFirst()));
    }

    /** The items of these forms. */
    public List<ItemId> items(Collection<FormId> those) {
        return List.copyOf(forms.items(those));
    }

    /**
     * The keys of all slots by number, as corrections have them now, without those whose item is under the embargo of
     * another exam.
     *
     * @param own the forms of the exam, whose own embargo does not count
     */
    public Map<Integer, SlotFeedback> keys(FormId id, Collection<FormId> own) {
        return forms.feedbacksOut(
                id, forms.frozen(id).slots().stream().map(Slot::number).toList(), Map.of(), own);
    }
}

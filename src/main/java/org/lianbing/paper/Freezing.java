package org.lianbing.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.ItemVersion;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.PoolItem;
import org.lianbing.base.Problem;

/** Lays drafted slots out: numbered, in sections, a 案例 as one slot a part. */
@Component
class Freezing {

    private final Layouts layouts;

    Freezing(Layouts layouts) {
        this.layouts = layouts;
    }

    /** The slots of a form; a run of the same type is a section. */
    List<FrozenSlot> freeze(
            FormId form,
            List<DraftSlot> drafts,
            Map<ItemVersionId, ItemVersion> versions,
            Map<ItemVersionId, PoolItem> items) {
        List<FrozenSlot> slots = new ArrayList<>(drafts.size());
        int section = 0;
        int group = 0;
        @Nullable ItemType before = null;
        for (DraftSlot draft : drafts) {
            ItemVersion version = versions.get(draft.version());
            PoolItem item = items.get(draft.version());
            if (version == null || item == null) {
                throw Problem.notFound("paper.version-gone");
            }
            if (draft.type() != before) {
                section++;
                before = draft.type();
            }
            ItemContent content = version.content();
            if (content.interaction() instanceof Interaction.Case) {
                group++;
            }
            for (Asked asked : Asked.of(content, draft.maxScore(), draft.credit(), group)) {
                slots.add(frozen(form, slots.size() + 1, section, asked, version, item));
            }
        }
        return slots;
    }

    private FrozenSlot frozen(FormId form, int number, int section, Asked asked, ItemVersion version, PoolItem item) {
        Layout layout = layouts.of(asked.interaction(), seed(form, number));
        return new FrozenSlot(
                new Slot(
                        number,
                        section,
                        version.item(),
                        version.id(),
                        asked.interaction().type(),
                        item.trade(),
                        item.points(),
                        asked.maxScore(),
                        asked.credit(),
                        asked.part(),
                        layout.lists(),
                        layout.key()),
                layout.authored());
    }

    /** Parallel forms get other variants of the same item. */
    private static long seed(FormId form, int number) {
        UUID id = form.value();
        return id.getMostSignificantBits() * 31 + id.getLeastSignificantBits() + number;
    }
}

package org.lianbing.paper;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.lianbing.bank.ItemVersionId;

/**
 * A form that was drawn and is not frozen yet.
 *
 * @param id by which it will be known; it decides which variants a 计算 has there
 * @param slots what stands in it, in order
 */
public record DrawnForm(FormId id, List<DraftSlot> slots) {

    public DrawnForm {
        slots = List.copyOf(slots);
    }

    /** Whatever stands in any of them. */
    public static Set<ItemVersionId> versions(Collection<DrawnForm> drawn) {
        return drawn.stream()
                .flatMap(form -> form.slots().stream())
                .map(DraftSlot::version)
                .collect(Collectors.toSet());
    }

    /** One with a new id. */
    public static DrawnForm next(List<DraftSlot> slots) {
        return new DrawnForm(FormId.next(), slots);
    }
}

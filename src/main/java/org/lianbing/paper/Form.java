package org.lianbing.paper;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A frozen form (试卷) with its keys: stays on the server.
 *
 * @param id which
 * @param title as the candidate reads it
 * @param slots in base order, numbered from 1
 * @param maxScore the sum of what the slots count
 * @param generation how many corrections of its keys are counted in; 0 as it was frozen
 */
public record Form(FormId id, String title, List<Slot> slots, BigDecimal maxScore, int generation) {

    /** A form as it was frozen. */
    public Form(FormId id, String title, List<Slot> slots, BigDecimal maxScore) {
        this(id, title, slots, maxScore, 0);
    }

    public Form {
        slots = List.copyOf(slots);
    }

    /** The slot of that number. */
    public Slot slot(int number) {
        return slots.get(number - 1);
    }

    /**
     * The form as it is for one candidate.
     *
     * @param variants by slot, which variant of a 计算 is theirs, from 0
     */
    public Form of(Map<Integer, Integer> variants) {
        return variants.isEmpty()
                ? this
                : new Form(
                        id,
                        title,
                        slots.stream()
                                .map(slot -> slot.variant(variants.getOrDefault(slot.number(), 0)))
                                .toList(),
                        maxScore,
                        generation);
    }

    /** The form with these corrections, in the order in which they were approved: the last one of a slot holds. */
    public Form corrected(List<Correction> corrections) {
        Map<Integer, Correction> last = new HashMap<>();
        corrections.forEach(correction -> last.put(correction.slot(), correction));
        List<Slot> now = slots.stream()
                .map(slot -> last.containsKey(slot.number()) ? slot.corrected(last.get(slot.number())) : slot)
                .toList();
        return new Form(
                id,
                title,
                now,
                now.stream().map(Slot::worth).reduce(BigDecimal.ZERO, BigDecimal::add),
                corrections.stream().mapToInt(Correction::generation).max().orElse(0));
    }

    /** The sentences by which it is scored, as keys of translations, in the order of the paper. */
    public List<String> rules() {
        return slots.stream()
                .map(slot -> slot.part() == null ? Delivery.ruleKey(slot.type(), slot.credit()) : "paper.rule.case")
                .distinct()
                .toList();
    }

    /** The slots that belong to one item: the parts of a 案例, else the slot itself. */
    public List<Slot> sameItem(Slot slot) {
        Slot.Part part = slot.part();
        return part == null
                ? List.of(slot)
                : slots.subList(slot.number() - part.place(), slot.number() - part.place() + part.of());
    }
}

package org.lianbing.paper;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import org.lianbing.bank.ItemType;

/**
 * A frozen form to be printed: what candidates get, in the order of the form, without keys.
 *
 * @param id which
 * @param sections in order
 * @param maxScore the sum of the slots
 */
public record PaperForm(FormId id, List<Section> sections, BigDecimal maxScore) {

    /**
     * A part of the paper.
     *
     * @param number from 1
     * @param type of all its items
     * @param slots in order
     */
    public record Section(int number, ItemType type, List<PaperSlot> slots) {
        public Section {
            slots = List.copyOf(slots);
        }

        /** With the slots that come behind. */
        Section and(Section behind) {
            return new Section(
                    number,
                    type,
                    Stream.concat(slots.stream(), behind.slots().stream()).toList());
        }

        /** What all its slots count together. */
        public BigDecimal maxScore() {
            return slots.stream().map(PaperSlot::maxScore).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    public PaperForm {
        sections = List.copyOf(sections);
    }

    /** All slots in order. */
    public List<PaperSlot> slots() {
        return sections.stream().flatMap(section -> section.slots().stream()).toList();
    }
}

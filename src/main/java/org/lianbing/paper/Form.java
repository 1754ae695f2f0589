package org.lianbing.paper;

import java.math.BigDecimal;
import java.util.List;

/**
 * A frozen form (试卷) with its keys: stays on the server.
 *
 * @param id which
 * @param title as the candidate reads it
 * @param slots in base order, numbered from 1
 * @param maxScore the sum of the slots
 */
public record Form(FormId id, String title, List<Slot> slots, BigDecimal maxScore) {

    public Form {
        slots = List.copyOf(slots);
    }

    /** The slot of that number. */
    public Slot slot(int number) {
        return slots.get(number - 1);
    }
}

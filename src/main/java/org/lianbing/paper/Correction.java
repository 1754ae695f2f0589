package org.lianbing.paper;

import java.time.Instant;

/**
 * A correction of a frozen form that is in force.
 *
 * @param slot by number
 * @param generation of the form's keys, counted from 1, that it made
 * @param ruling what holds for the slot
 * @param reason as candidates read it
 * @param approvedAt when it came into force
 */
public record Correction(int slot, int generation, SlotRuling ruling, String reason, Instant approvedAt) {

    /** The same as it is for who has this variant. */
    Correction variant(int variant) {
        return new Correction(slot, generation, ruling.variant(variant), reason, approvedAt);
    }
}

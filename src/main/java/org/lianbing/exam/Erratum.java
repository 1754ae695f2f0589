package org.lianbing.exam;

import java.math.BigDecimal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;
import org.lianbing.paper.print.Letters;

/**
 * A line of the erratum (勘误公告).
 *
 * @param form which form, from 1; 0 where there is one alone, or where it is the reader's own
 * @param slot by its number in the form
 * @param type how it is answered
 * @param kind {@code key}, {@code full-marks} or {@code taken-out}
 * @param maxScore what could be reached after it
 * @param reason what was said about it; null until the answers are out, since it may tell one
 * @param at when it came into force
 */
public record Erratum(
        int form,
        int slot,
        ItemType type,
        String kind,
        BigDecimal maxScore,
        @Nullable String reason,
        Instant at) {

    /** The slot as people name it. */
    public String label() {
        return Letters.slot(form, slot);
    }
}

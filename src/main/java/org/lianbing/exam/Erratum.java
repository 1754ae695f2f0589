package org.lianbing.exam;

import java.math.BigDecimal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;

/**
 * A line of the erratum (勘误公告).
 *
 * @param slot by its number in the form
 * @param type how it is answered
 * @param kind {@code key}, {@code full-marks} or {@code taken-out}
 * @param maxScore what could be reached after it
 * @param reason what was said about it; null until the answers are out, since it may tell one
 * @param at when it came into force
 */
public record Erratum(
        int slot,
        ItemType type,
        String kind,
        BigDecimal maxScore,
        @Nullable String reason,
        Instant at) {}

package org.lianbing.bank.call;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.PersonId;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;

/**
 * A report of an error.
 *
 * @param id which
 * @param said what was said of which item
 * @param versionNumber the number of the version that was met
 * @param trade whose item it is
 * @param person who said it
 * @param unit where they belonged then
 * @param madeAt when
 * @param due by when it is to be answered
 * @param state what became of it
 * @param fixedNumber the version that mended it; null where none did
 * @param answer what was answered; may be empty
 * @param answeredAt when; null while it waits
 */
public record Report(
        ReportId id,
        ReportDraft said,
        int versionNumber,
        TradeId trade,
        PersonId person,
        UnitId unit,
        Instant madeAt,
        LocalDate due,
        ReportState state,
        @Nullable Integer fixedNumber,
        String answer,
        @Nullable Instant answeredAt) {}

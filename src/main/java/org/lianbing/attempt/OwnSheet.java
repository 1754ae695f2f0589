package org.lianbing.attempt;

import java.math.BigDecimal;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.base.PersonId;
import org.lianbing.base.TradeId;

/**
 * A score sheet that a worker filled in about the own work (自评).
 *
 * @param slot where it stood
 * @param part which part of a 案例 it is, from 1; null for an item by itself
 * @param person whose work
 * @param item the task
 * @param version its frozen content
 * @param trade whose task it is
 * @param points what the worker gave it
 * @param of what the sheet comes to
 * @param took how long the work took
 */
public record OwnSheet(
        int slot,
        @Nullable Integer part,
        PersonId person,
        ItemId item,
        ItemVersionId version,
        TradeId trade,
        BigDecimal points,
        BigDecimal of,
        Duration took) {}

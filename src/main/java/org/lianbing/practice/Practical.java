package org.lianbing.practice;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.lianbing.attempt.AttemptId;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.base.PersonId;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;

/**
 * A practical task (技能操作) that a worker did in practice and scored alone.
 *
 * @param attempt in which drill
 * @param slot where it stood there
 * @param part which part of a 案例 it is, from 1; null for an item by itself
 * @param person who did it
 * @param unit where they belonged then
 * @param item the task
 * @param version its frozen content
 * @param trade whose task it is
 * @param ownPoints what the worker gave the own work
 * @param ofPoints what the score sheet comes to
 * @param took how long the work took
 * @param doneAt when it was scored
 * @param decision what a trainer said; null while it waits
 */
public record Practical(
        AttemptId attempt,
        int slot,
        @Nullable Integer part,
        PersonId person,
        UnitId unit,
        ItemId item,
        ItemVersionId version,
        TradeId trade,
        BigDecimal ownPoints,
        BigDecimal ofPoints,
        Duration took,
        Instant doneAt,
        @Nullable Decision decision) {

    /**
     * What a trainer said about it.
     *
     * @param points what it is worth; null where it was not confirmed
     * @param word to the worker; may be empty
     * @param by who
     * @param at when
     */
    public record Decision(@Nullable BigDecimal points, String word, PersonId by, Instant at) {

        /** Whether the work stands. */
        public boolean confirmed() {
            return points != null;
        }
    }
}

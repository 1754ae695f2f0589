package org.lianbing.attempt;

import java.time.Instant;

import org.lianbing.bank.ItemId;
import org.lianbing.base.PersonId;

/**
 * An item was answered and scored with immediate feedback: a 案例 when all its parts are, a 简答 or 论述 when its writer
 * has assessed it.
 *
 * @param slot where it stands; the first part of a 案例
 * @param correct whether all of it was right
 */
public record SlotChecked(
        AttemptId attempt, Purpose purpose, PersonId person, int slot, ItemId item, boolean correct, Instant at) {}

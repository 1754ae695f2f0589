package org.lianbing.attempt;

import java.time.Instant;

import org.lianbing.bank.ItemId;
import org.lianbing.base.PersonId;

/** A slot was answered and scored with immediate feedback. */
public record SlotChecked(
        AttemptId attempt, Purpose purpose, PersonId person, int slot, ItemId item, boolean correct, Instant at) {}

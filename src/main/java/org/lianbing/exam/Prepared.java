package org.lianbing.exam;

import org.jspecify.annotations.Nullable;

import org.lianbing.attempt.Attempt;
import org.lianbing.paper.SealedForm;

/**
 * What a candidate's device may hold before the start. None of it says anything about an item.
 *
 * @param exam which
 * @param form the sealed form
 * @param attempt the prepared attempt; null where there is none, or where it has begun
 * @param person the candidate's name
 */
public record Prepared(Exam exam, SealedForm form, @Nullable Attempt attempt, String person) {}

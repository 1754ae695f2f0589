package org.lianbing.attempt;

import org.lianbing.base.PersonId;

/**
 * Whom an attempt token stands for: a person in one attempt, and nothing beyond it.
 *
 * @param attempt which attempt it opens
 * @param person whose
 * @param epoch of the device that holds it; an older one than the attempt's was taken over
 */
public record Candidate(AttemptId attempt, PersonId person, int epoch) {}

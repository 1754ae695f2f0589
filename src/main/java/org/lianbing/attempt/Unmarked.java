package org.lianbing.attempt;

import org.lianbing.base.PersonId;
import org.lianbing.paper.FormId;

/** A written response that waits for somebody who marks it. */
public record Unmarked(AttemptId attempt, PersonId person, FormId form, int slot) {}

package org.lianbing.exam.marking;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.lianbing.account.PersonName;
import org.lianbing.attempt.OpinionRule;

/**
 * How an exam is marked.
 *
 * @param rule one opinion or two, and from which difference on a third one
 * @param dueAt until when it is to be done; null for no day set
 * @param openedAt when the answers were laid out; null while somebody may be at work
 * @param markers who marks
 */
public record MarkingPlan(
        OpinionRule rule, @Nullable Instant dueAt, @Nullable Instant openedAt, List<PersonName> markers) {

    public MarkingPlan {
        markers = List.copyOf(markers);
    }
}

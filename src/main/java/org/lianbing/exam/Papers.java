package org.lianbing.exam;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.lianbing.paper.Fairness;
import org.lianbing.paper.FormId;

/**
 * The papers of an exam.
 *
 * @param forms frozen; one, or several that are alike
 * @param shuffled whether each candidate gets an order of their own
 * @param fairness how alike they are; null for a single form that nobody compared
 */
public record Papers(
        List<FormId> forms, boolean shuffled, @Nullable Fairness fairness) {

    public Papers {
        forms = List.copyOf(forms);
    }
}

package org.lianbing.exam;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.lianbing.paper.DraftSlot;
import org.lianbing.paper.Fairness;

/**
 * The papers of an exam before they are frozen.
 *
 * @param forms one, or several that are alike
 * @param shuffled whether each candidate gets an order of their own
 * @param fairness how alike they are; null for a single form that nobody compared
 */
public record Papers(
        List<List<DraftSlot>> forms,
        boolean shuffled,
        @Nullable Fairness fairness) {

    public Papers {
        forms = forms.stream().map(List::copyOf).toList();
    }

    /** One form in an order of each candidate's own. */
    public static Papers one(List<DraftSlot> form) {
        return new Papers(List.of(form), true, null);
    }
}

package org.lianbing.exam;

/** When right answers, or explanations, come out: with the scores, at a stated instant, when somebody lets them, or never. */
public enum DisclosureRule {
    WITH_SCORES,
    AT,
    BY_HAND,
    NEVER
}

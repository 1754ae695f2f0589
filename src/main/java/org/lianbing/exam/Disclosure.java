package org.lianbing.exam;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.Problem;

/**
 * When something comes out after the scores.
 *
 * @param rule by which rule
 * @param at the instant of {@link DisclosureRule#AT}; null for the others
 */
public record Disclosure(DisclosureRule rule, @Nullable Instant at) {

    public static final Disclosure WITH_SCORES = new Disclosure(DisclosureRule.WITH_SCORES, null);
    public static final Disclosure BY_HAND = new Disclosure(DisclosureRule.BY_HAND, null);
    public static final Disclosure NEVER = new Disclosure(DisclosureRule.NEVER, null);

    public Disclosure {
        if ((rule == DisclosureRule.AT) != (at != null)) {
            throw Problem.invalid("exam.disclosure-instant");
        }
    }

    /** At a stated instant. */
    public static Disclosure at(Instant instant) {
        return new Disclosure(DisclosureRule.AT, instant);
    }

    /**
     * Whether it is out.
     *
     * @param released whether the scores are; nothing comes before them
     * @param byHand when somebody let it out; null for not yet
     */
    public boolean isOut(boolean released, @Nullable Instant byHand, Instant now) {
        if (!released) {
            return false;
        }
        boolean let = byHand != null && !now.isBefore(byHand);
        return switch (rule) {
            case WITH_SCORES -> true;
            case AT -> let || at != null && !now.isBefore(at);
            case BY_HAND -> let;
            case NEVER -> false;
        };
    }

    /** Whether somebody can let it out. */
    public boolean byHand() {
        return rule == DisclosureRule.AT || rule == DisclosureRule.BY_HAND;
    }
}

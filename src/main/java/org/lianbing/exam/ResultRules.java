package org.lianbing.exam;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.lianbing.base.Problem;

/**
 * What comes out when, and what it takes to pass. An explanation tells the answer, so none comes out before the answers
 * do, whatever its own rule says.
 *
 * @param scores when scores come out
 * @param answers when right answers do, at the earliest with the scores
 * @param explanations when explanations do, at the earliest with the answers
 * @param passPercent of the max score that it takes to pass, 1 to 100; 60 where nobody says otherwise
 */
public record ResultRules(ReleaseRule scores, Disclosure answers, Disclosure explanations, int passPercent) {

    /** 60 分及格. */
    public static final int PASS_PERCENT = 60;

    private static final int HUNDRED = 100;

    public ResultRules {
        if (passPercent < 1 || passPercent > HUNDRED) {
            throw Problem.invalid("exam.pass-percent");
        }
        boolean never = answers.rule() == DisclosureRule.NEVER;
        if (never && explanations.rule() != DisclosureRule.NEVER) {
            explanations = Disclosure.NEVER;
        }
    }

    /** Answers and explanations with the scores, or never. */
    public static ResultRules of(ReleaseRule scores, boolean showsAnswers) {
        Disclosure both = showsAnswers ? Disclosure.WITH_SCORES : Disclosure.NEVER;
        return new ResultRules(scores, both, both, PASS_PERCENT);
    }

    /** Whether candidates ever see keys. */
    public boolean showsAnswers() {
        return answers.rule() != DisclosureRule.NEVER;
    }

    /** Whether all of it comes out some time, so that nothing of the paper stays secret. */
    public boolean showsAll() {
        return explanations.rule() != DisclosureRule.NEVER;
    }

    /** The score that it takes to pass, of this much. */
    public BigDecimal passMark(BigDecimal maxScore) {
        return maxScore.multiply(BigDecimal.valueOf(passPercent))
                .divide(BigDecimal.valueOf(HUNDRED), 2, RoundingMode.HALF_UP);
    }
}

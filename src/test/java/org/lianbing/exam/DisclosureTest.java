package org.lianbing.exam;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.paper.Aids;
import org.lianbing.paper.FormId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What comes out when; the stated instant is ten o'clock, an empty field is not yet. */
class DisclosureTest {

    private static final Instant TEN = Instant.parse("2026-12-06T02:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "WITH_SCORES, false, , 0, false",
        "WITH_SCORES, true, , -3600000, true",
        "AT, false, , 1, false",
        "AT, true, , -1, false",
        "AT, true, , 0, true",
        "AT, true, , 1, true",
        "AT, true, -10, -1, true",
        "BY_HAND, true, , 3600000, false",
        "BY_HAND, true, 5, 4, false",
        "BY_HAND, true, 5, 5, true",
        "BY_HAND, false, 5, 6, false",
        "NEVER, true, , 3600000, false",
        "NEVER, true, 0, 3600000, false"
    })
    void outOrNot(DisclosureRule rule, boolean released, @Nullable Long byHand, long now, boolean out) {
        Disclosure disclosure = new Disclosure(rule, rule == DisclosureRule.AT ? TEN : null);
        Instant let = byHand == null ? null : TEN.plusMillis(byHand);
        assertThat(disclosure.isOut(released, let, TEN.plusMillis(now))).isEqualTo(out);
    }

    @Test
    void noExplanationComesBeforeItsAnswer() {
        Exam exam = exam(new ResultRules(ReleaseRule.MANUAL, Disclosure.at(TEN), Disclosure.WITH_SCORES, 60));
        assertThat(exam.explanationsOut(TEN.minusMillis(1))).isFalse();
        assertThat(exam.answersOut(TEN)).isTrue();
        assertThat(exam.explanationsOut(TEN)).isTrue();
    }

    @Test
    void whereAnswersNeverComeOutExplanationsDoNeither() {
        assertThat(new ResultRules(ReleaseRule.MANUAL, Disclosure.NEVER, Disclosure.WITH_SCORES, 60)
                        .explanations()
                        .rule())
                .isEqualTo(DisclosureRule.NEVER);
    }

    @Test
    void anInstantBelongsToTheRuleThatHasOne() {
        assertThatThrownBy(() -> new Disclosure(DisclosureRule.AT, null)).hasMessage("exam.disclosure-instant");
        assertThatThrownBy(() -> new Disclosure(DisclosureRule.NEVER, TEN)).hasMessage("exam.disclosure-instant");
    }

    private static Exam exam(ResultRules rules) {
        ExamWindow window = new ExamWindow(TEN.minusSeconds(60), TEN, Duration.ofMinutes(1));
        return new Exam(
                ExamId.next(),
                new ExamDraft("考试", TradeId.next(), null, UnitId.next(), window, rules, null, Aids.NONE),
                FormId.next(),
                ExamState.RELEASED,
                TEN,
                new ExamClock(window, Duration.ZERO, Duration.ZERO, null),
                null,
                null,
                Exam.Let.NOTHING);
    }
}

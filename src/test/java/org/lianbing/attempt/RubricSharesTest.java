package org.lianbing.attempt;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.lianbing.attempt.scoring.Response;
import org.lianbing.attempt.scoring.RubricShares;
import org.lianbing.attempt.scoring.Scoring;
import org.lianbing.attempt.scoring.SlotScore;
import org.lianbing.bank.ItemType;
import org.lianbing.paper.Slot;
import org.lianbing.paper.SlotKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A rubric of three points of the same weight, in a slot that counts 10: 3.33 each. */
class RubricSharesTest {

    private static final Slot SLOT = FormOf.slot(
            1,
            1,
            ItemType.SHORT_ANSWER,
            "10",
            "ABC",
            new SlotKey.Written(List.of(
                    new SlotKey.Weight("A", BigDecimal.ONE),
                    new SlotKey.Weight("B", BigDecimal.ONE),
                    new SlotKey.Weight("C", BigDecimal.ONE))));

    @ParameterizedTest
    @CsvSource({"3.33, 3.33, 3.33, 1", "3.33, 0, 0, 0.333333", "0, 0, 0, 0", "1.5, 0, 0, 0.15", "3.33, 1.5, 0, 0.483333"
    })
    void allOfAPointIsItsWholeShare(BigDecimal a, BigDecimal b, BigDecimal c, BigDecimal fraction) {
        assertThat(RubricShares.of(SLOT).fraction(Map.of("A", a, "B", b, "C", c)))
                .isEqualByComparingTo(fraction);
    }

    @ParameterizedTest
    @CsvSource({"A, 3.34", "A, -0.01", "D, 1", "A, 1.005"})
    void whatIsNotOfTheRubricIsRefused(String token, BigDecimal points) {
        assertThatThrownBy(() -> RubricShares.of(SLOT).fraction(Map.of(token, points)))
                .hasMessage("attempt.mark.points");
    }

    @Test
    void aMarkIsTheScoreAndABlankGetsNothingWhateverIsSaid() {
        Response text = new Response.Written("先停电，再验电", null);
        assertThat(score(text, null)).isEqualTo("0.00 UNMARKED");
        assertThat(score(text, new BigDecimal("0.483333"))).isEqualTo("4.83 MARKED");
        assertThat(score(new Response.Blank(), BigDecimal.ONE)).isEqualTo("0.00 BLANK");
    }

    private static String score(Response response, @Nullable BigDecimal marked) {
        SlotScore score = Scoring.score(SLOT, response, Behaviour.DEFERRED, marked);
        return score.score() + " " + score.reason();
    }
}

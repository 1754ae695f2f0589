package org.lianbing.attempt;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What opinions come to; an empty field is an opinion that nobody has given yet. */
class OpinionRuleTest {

    @ParameterizedTest(name = "{0} opinions, difference {1}: {2}, {3}, {4} → {5}")
    @CsvSource({
        // One opinion.
        "1, 0, , , , waits 1",
        "1, 0, 7, , , settled 1",
        // Two: both are wanted, whichever comes first.
        "2, 2, , , , waits 1",
        "2, 2, 7, , , waits 2",
        "2, 2, , 7, , waits 1",
        // No further apart than the difference, its end included.
        "2, 2, 7, 7, , settled 1 2",
        "2, 2, 7, 9, , settled 1 2",
        "2, 2, 9, 7, , settled 1 2",
        "2, 0, 7, 7, , settled 1 2",
        "2, 0, 7, 7.01, , waits 3",
        // Further apart: a third one is wanted.
        "2, 2, 7, 9.01, , waits 3",
        "2, 2, 9.5, 7, , waits 3",
        // The third counts with the nearer one.
        "2, 2, 4, 9, 5, settled 1 3",
        "2, 2, 4, 9, 8, settled 2 3",
        "2, 2, 4, 9, 4, settled 1 3",
        "2, 2, 4, 9, 2, settled 1 3",
        "2, 2, 4, 9, 10, settled 2 3",
        // Equally near to both: with the higher one.
        "2, 2, 4, 8, 6, settled 2 3",
        "2, 2, 8, 4, 6, settled 1 3",
        // Near to neither: it decides alone.
        "2, 1, 2, 9, 5, settled 3",
        "2, 0, 2, 9, 5, settled 3",
        "2, 1, 4, 8, 6, settled 3",
        // A second thought that ends the difference: the third counts no more.
        "2, 2, 8, 9, 2, settled 1 2"
    })
    void opinionsComeTo(
            int opinions,
            BigDecimal difference,
            @Nullable BigDecimal first,
            @Nullable BigDecimal second,
            @Nullable BigDecimal third,
            String comesTo) {
        Map<Integer, BigDecimal> points = new TreeMap<>();
        int number = 1;
        for (BigDecimal given : Arrays.asList(first, second, third)) {
            if (given != null) {
                points.put(number, given);
            }
            number++;
        }
        assertThat(said(new OpinionRule(opinions, difference).verdict(points))).isEqualTo(comesTo);
    }

    @Test
    void neitherThreeOpinionsNorDifferencesBelowNothing() {
        assertThatThrownBy(() -> new OpinionRule(3, BigDecimal.ONE)).hasMessage("attempt.mark.opinions");
        assertThatThrownBy(() -> new OpinionRule(2, BigDecimal.valueOf(-1))).hasMessage("attempt.mark.difference");
    }

    private static String said(OpinionRule.Verdict verdict) {
        return switch (verdict) {
            case OpinionRule.Waits(int opinion) -> "waits " + opinion;
            case OpinionRule.Settled(List<Integer> by) ->
                "settled " + String.join(" ", by.stream().map(String::valueOf).toList());
        };
    }
}

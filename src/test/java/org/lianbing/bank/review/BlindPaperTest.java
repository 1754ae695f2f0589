package org.lianbing.bank.review;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Option;
import org.lianbing.bank.review.BlindPaper.Ask;
import org.lianbing.base.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BlindPaperTest {

    private static final ItemVersionId VERSION = ItemVersionId.next();
    private static final Interaction TRUTH = new Interaction.TrueFalse(false);
    private static final Interaction SINGLE = new Interaction.SingleChoice(options(false, true, false));
    private static final Interaction MULTIPLE = new Interaction.MultipleChoice(options(true, false, true));
    private static final Interaction.Ordering ORDER = new Interaction.Ordering(List.of("停电", "验电", "放电", "挂接地线"));
    private static final Interaction NUMBER =
            new Interaction.Numeric(new BigDecimal("12.50"), new BigDecimal("0.1"), "mm");

    @Test
    void theKeyIsNowhereOnThePaper() {
        assertThat(BlindPaper.of(VERSION, TRUTH)).isEqualTo(new Ask.Truth());
        assertThat(BlindPaper.of(VERSION, MULTIPLE)).isEqualTo(new Ask.Pick(List.of("0", "1", "2"), true));
        assertThat(BlindPaper.of(VERSION, NUMBER)).isEqualTo(new Ask.Number("mm"));
        Ask.Order order = (Ask.Order) BlindPaper.of(VERSION, ORDER);
        assertThat(order.steps())
                .containsExactlyInAnyOrderElementsOf(ORDER.steps())
                .isNotEqualTo(ORDER.steps());
        assertThat(BlindPaper.of(VERSION, ORDER)).isEqualTo(order);
    }

    @Test
    void theRightResponseAgreesForEveryType() {
        for (Interaction interaction : List.of(TRUTH, SINGLE, MULTIPLE, ORDER, NUMBER)) {
            assertThat(BlindPaper.agrees(VERSION, interaction, BlindPaper.right(VERSION, interaction)))
                    .isTrue();
        }
    }

    @Test
    void anotherResponseDisagrees() {
        assertThat(BlindPaper.agrees(VERSION, TRUTH, List.of("true"))).isFalse();
        assertThat(BlindPaper.agrees(VERSION, SINGLE, List.of("0"))).isFalse();
        assertThat(BlindPaper.agrees(VERSION, MULTIPLE, List.of("2", "0"))).isTrue();
        assertThat(BlindPaper.agrees(VERSION, MULTIPLE, List.of("0"))).isFalse();
        assertThat(BlindPaper.agrees(VERSION, ORDER, List.of("0", "1", "2", "3")))
                .isFalse();
        assertThat(BlindPaper.agrees(VERSION, NUMBER, List.of("12.6"))).isTrue();
        assertThat(BlindPaper.agrees(VERSION, NUMBER, List.of("12.61"))).isFalse();
    }

    @Test
    void whatIsNoResponseIsRefused() {
        refused(TRUTH, List.of());
        refused(TRUTH, List.of("yes"));
        refused(SINGLE, List.of("0", "1"));
        refused(SINGLE, List.of("3"));
        refused(MULTIPLE, List.of("1", "1"));
        refused(ORDER, List.of("0", "1", "2"));
        refused(NUMBER, List.of("1e400000000"));
        refused(NUMBER, List.of("十二"));
    }

    private static void refused(Interaction interaction, List<String> response) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> BlindPaper.agrees(VERSION, interaction, response))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("bank.review.response"));
    }

    private static List<Option> options(boolean... keys) {
        List<Option> options = new java.util.ArrayList<>();
        for (boolean key : keys) {
            options.add(new Option(String.valueOf(options.size()), key, null));
        }
        return options;
    }
}

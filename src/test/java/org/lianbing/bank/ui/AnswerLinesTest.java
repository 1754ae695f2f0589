package org.lianbing.bank.ui;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.lianbing.bank.Blank;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.content.EveryType;
import org.lianbing.base.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AnswerLinesTest {

    @Test
    void whatIsShownIsReadBackEqual() {
        EveryType.contents().forEach(content -> {
            switch (content.interaction()) {
                case Interaction.FillIn fill ->
                    assertThat(AnswerLines.blanks(AnswerLines.blanks(fill.blanks())))
                            .isEqualTo(fill.blanks());
                case Interaction.Matching matching ->
                    assertThat(AnswerLines.pairs(AnswerLines.pairs(matching))).isEqualTo(matching);
                case Interaction.ShortAnswer written ->
                    assertThat(AnswerLines.points(
                                    AnswerLines.points(written.rubric().points())))
                            .isEqualTo(written.rubric().points());
                case Interaction.Calculated calculated -> {
                    assertThat(AnswerLines.variables(AnswerLines.variables(calculated.variables())))
                            .isEqualTo(calculated.variables());
                    assertThat(AnswerLines.distractors(AnswerLines.distractors(calculated.distractors())))
                            .isEqualTo(calculated.distractors());
                }
                case Interaction.Hotspot hotspot ->
                    assertThat(AnswerLines.regions(AnswerLines.regions(hotspot.regions())))
                            .isEqualTo(hotspot.regions());
                case Interaction.Practical practical ->
                    assertThat(AnswerLines.criteria(AnswerLines.criteria(practical.criteria())))
                            .isEqualTo(practical.criteria());
                default -> {
                    // Has fields of its own, not lines.
                }
            }
        });
    }

    @Test
    void signsOfChineseKeyboardsAreUnderstood() {
        assertThat(AnswerLines.blanks("停电｜断电\n\n= ５０ ± 0.5\n？合闸｜*验电"))
                .containsExactly(
                        new Blank.Words(List.of("停电", "断电"), false),
                        new Blank.Value(new BigDecimal("50"), new BigDecimal("0.5")),
                        new Blank.Pick(List.of("合闸", "验电"), 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"= 五十", "? 停电 | 验电", "= ", "= 1e999999999", "= 1 ± 1e-999999999"})
    void aLineThatCannotBeReadIsTold(String line) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> AnswerLines.blanks(line))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("bankui.edit.line"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"U = 1 .. 1e999999999 / 1", "U = 1 .. 9 / 1e-999999999"})
    void aRangeOutOfAllProportionIsTold(String line) {
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> AnswerLines.variables(line));
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> AnswerLines.criteria("接线 | 1e999999999"));
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> AnswerLines.points("要点 | 1e999999999"));
    }

    @Test
    void regionsNeedTheirNumbers() {
        for (String line : List.of("1,2", "1,2,3,4,5", "a,b,c")) {
            assertThatExceptionOfType(Problem.class).isThrownBy(() -> AnswerLines.regions(line));
        }
    }
}

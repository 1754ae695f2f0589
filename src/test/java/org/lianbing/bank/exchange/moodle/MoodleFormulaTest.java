package org.lianbing.bank.exchange.moodle;

import java.math.BigDecimal;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.lianbing.bank.content.Formula;

import static org.assertj.core.api.Assertions.assertThat;

class MoodleFormulaTest {

    /** The results are those of PHP, whose angles are in radians. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sin({x}) | 0.909297",
                "cos(deg2rad({x}*30)) | 0.5",
                "rad2deg(atan(1)) | 45",
                "asin(1)/pi() | 0.5",
                "pow({x}+1, pow({x}, 2)) | 81",
                "{x}**3 | 8",
                "exp(log({x})) | 2",
                "ceil({x}/3) + floor({x}/3) | 1",
                "round(pow({x}, 0.5)) | 1",
                "max(abs(-{x}), sqrt(9)) | 3",
                "log10(100) | 2"
            })
    void aFormulaComesToTheSame(String moodle, BigDecimal result) {
        assertThat(Formula.of(MoodleFormula.of(moodle)).value(Map.of("x", new BigDecimal("2"))))
                .isCloseTo(result, org.assertj.core.api.Assertions.within(new BigDecimal("0.000001")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"fmod({x}, 3) | fmod(x, 3)", "sin({x} | sin(x", "({x}+1)*2 | (x+1)*2"})
    void whatIsNotKnownStays(String moodle, String ours) {
        assertThat(MoodleFormula.of(moodle)).isEqualTo(ours);
    }
}

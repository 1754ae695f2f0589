package org.lianbing.bank.content;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.lianbing.bank.Distractor;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.Variable;
import org.lianbing.base.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CalculationTest {

    @ParameterizedTest
    @CsvSource({
        "U / R, 4",
        "U÷R, 4",
        "（U＋R）×２, 30",
        "SQRT(U*R), 6",
        "'ROUND(10/R, 2)', 3.33",
        "2^R, 8",
        "2^(1/2)*2^0.5, 2",
        "SIN(30) * U, 6",
        "'IF(U > R, 1, 0)', 1",
        "U - -R, 15",
        "0 - U^2, -144"
    })
    void aFormulaIsComputed(String text, String result) {
        Map<String, BigDecimal> values = Map.of("U", new BigDecimal(12), "R", new BigDecimal(3));
        assertThat(Formula.of(text).value(values).setScale(6, java.math.RoundingMode.HALF_UP))
                .isEqualByComparingTo(result);
    }

    @Test
    void aPowerOfAPowerStaysShort() {
        BigDecimal value = Formula.of("(((((1E-99)^40)^40)^40)^40)").value(Map.of());
        assertThat(value.scale()).isLessThan(1_000);
        assertThat(Formula.of("0.1^12").value(Map.of())).isEqualByComparingTo("1e-12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1 +",
                "FACT(100000000)",
                "RANDOM()",
                "STR_LENGTH(\"a\")",
                "DT_NOW()",
                "System.exit(1)",
                "java.lang.Runtime.getRuntime()",
                "a[0]",
                "T(java.lang.Runtime)",
                "1/0",
                "SQRT(0-1)",
                "9^9^9^9",
                "1e999999999 + 1",
                "ROUND(1, 999999999)",
                "99^20 * 99^20 % 7",
                "10^40",
                "\"text\""
            })
    void whatIsNoArithmeticIsRefusedQuickly(String text) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(2), () -> refused(text));
    }

    @Test
    void aLongFormulaIsRefused() {
        refused("1+".repeat(149) + "1");
    }

    private static void refused(String text) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Formula.of(text).value(Map.of()))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("bank.formula"));
    }

    @Test
    void variantsAreDifferentAndAlwaysTheSame() {
        Calculation ohm = Calculation.of(ohm(4, "U * R"));
        List<Calculation.Variant> variants = ohm.variants(7);
        assertThat(variants).hasSize(4).doesNotHaveDuplicates().isEqualTo(ohm.variants(7));
        assertThat(variants).allSatisfy(variant -> {
            BigDecimal expected = Objects.requireNonNull(variant.values().get("U"))
                    .divide(Objects.requireNonNull(variant.values().get("R")), 2, java.math.RoundingMode.HALF_UP);
            assertThat(variant.key()).isEqualByComparingTo(expected);
        });
    }

    @Test
    void aVariantWhoseDistractorMeetsTheKeyIsLeftOut() {
        // U / R and R are alike where U is R squared: 9 over 3.
        Interaction.Calculated item = new Interaction.Calculated(
                List.of(variable("U", 9, 12, 3), variable("R", 3, 3, 1)),
                "U / R",
                0,
                BigDecimal.ZERO,
                "A",
                List.of(new Distractor("R", null)),
                5);
        assertThat(Calculation.of(item).variants(1))
                .extracting(variant ->
                        Objects.requireNonNull(variant.values().get("U")).intValue())
                .containsExactly(12);
    }

    @Test
    void textsShowTheValues() {
        Calculation.Variant variant = Calculation.of(ohm(1, "U * R")).at(0);
        assertThat(variant.in("{{U}} V 除以 {{ R }} Ω 得 {{key}} A，功率 {{= U * U / R}} W，{{X}}", 2))
                .isEqualTo("12 V 除以 3 Ω 得 4.00 A，功率 48 W，{{X}}");
    }

    @Test
    void unknownNamesAreFound() {
        Calculation ohm = Calculation.of(ohm(1, "U * R"));
        assertThat(ohm.unknownIn("{{U}} {{x}} {{= y + R}} {{key}}")).containsExactly("X", "Y");
        assertThat(ohm.unknown("u + z")).containsExactly("Z");
    }

    private static Interaction.Calculated ohm(int variants, String wrong) {
        return new Interaction.Calculated(
                List.of(variable("U", 12, 36, 12), variable("R", 3, 6, 1)),
                "U / R",
                2,
                BigDecimal.ZERO,
                "A",
                List.of(new Distractor(wrong, null)),
                variants);
    }

    private static Variable variable(String name, int from, int to, int step) {
        return new Variable(name, BigDecimal.valueOf(from), BigDecimal.valueOf(to), BigDecimal.valueOf(step));
    }
}

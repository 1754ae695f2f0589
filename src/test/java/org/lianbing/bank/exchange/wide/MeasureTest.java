package org.lianbing.bank.exchange.wide;

import java.math.BigDecimal;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MeasureTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            3.2               | 3.2  | -     | ''
            3.2±0.1           | 3.2  | 0.1   | ''
            3.2 ± 0.1 kΩ      | 3.2  | 0.1   | kΩ
            3.2kΩ±0.1         | 3.2  | 0.1   | kΩ
            ３．２±０．１      | 3.2  | 0.1   | ''
            200±5%            | 200  | 10    | ''
            311 V             | 311  | -     | V
            约 311            | 311  | -     | ''
            1,200 N           | 1200 | -     | N
            0,125 V           | 0.125 | -    | V
            -0,5±0,125        | -0.5 | 0.125 | ''
            -5                | -5   | -     | ''
            3.1~3.3           | 3.2  | 0.1   | ''
            10 至 20 mm       | 15   | 5     | mm
            1.5E3             | 1500 | -     | ''
            """)
    void numbersAsPeopleWriteThem(String text, BigDecimal value, BigDecimal tolerance, String unit) {
        Measure measure = Measure.find(text).orElseThrow();
        assertThat(measure.value()).isEqualByComparingTo(value);
        if (tolerance == null) {
            assertThat(measure.tolerance()).isNull();
        } else {
            assertThat(measure.tolerance()).isEqualByComparingTo(tolerance);
        }
        assertThat(measure.unit()).isEqualTo(unit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "大约三", "A", "3.2.1", "20~10"})
    void otherTextIsNoNumber(String text) {
        assertThat(Measure.find(text)).isEmpty();
    }
}

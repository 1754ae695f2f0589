package org.lianbing.attempt.scoring;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "热继电器|热继电器",
                " 热继电器 |热继电器",
                "ＫＭ１|KM1",
                "km1|KM1",
                "短路 保护|短路保护",
                "36 V|36V",
                "36.0|36",
                "３６|36",
                "1,500|1500",
                "+5|5",
                "m²|m2",
                "m^2|m²",
                "M8×1.25|M8x1.25",
                "M8*1.25|M8×1.25",
                "M8 X 1.25|M8×1.25",
                "停电、验电|停电,验电",
                "停电，验电。|停电,验电",
                "“合闸”|\"合闸\"",
                "25℃|25°C",
                "10Ω|10Ω",
                "10³|10^3",
                "１０³ Ω|10^3Ω",
                "x2|x²",
                "0.5—1|0.5-1",
                "short  circuit|Short Circuit",
            })
    void sameWhateverTheKeyboard(String typed, String accepted) {
        assertThat(Words.same(typed, accepted, false)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "热电器,热继电器",
        "3 4,34",
        "36.5,36",
        "shortcircuit,short circuit",
        "-5,5",
        "KM2,KM1",
        "103,10^3",
        "10³,103",
        "210,2^10"
    })
    void otherWordsStayOther(String typed, String accepted) {
        assertThat(Words.same(typed, accepted, false)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"CO,Co,false", "Co,Co,true", "Ｃo,Co,true", "co,Co,false"})
    void caseCountsWhereItMatters(String typed, String accepted, boolean same) {
        assertThat(Words.same(typed, accepted, true)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "2.00,3,true",
        "2.0,3,false",
        "2,1,true",
        "0.020,2,true",
        "0.02,2,false",
        "1500,2,true",
        "1500,3,true",
        "1500,4,true",
        "1500,5,false",
        "1500.,4,true",
        "1050,2,false",
        "-12.5,3,true",
        "0,1,true"
    })
    void figuresAreCountedAsOneWritesThem(String text, int figures, boolean has) {
        assertThat(Numbers.hasFigures(text, figures)).isEqualTo(has);
    }
}

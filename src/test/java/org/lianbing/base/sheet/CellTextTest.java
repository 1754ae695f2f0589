package org.lianbing.base.sheet;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;

import org.apache.poi.ss.usermodel.DateUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class CellTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
        25.1                ; 0.00                 ; 25.10
        25.100000000000001  ; 0.00                 ; 25.10
        1.1                 ; ~0.00_ ;[Red]-0.00~  ; 1.10
        25.125              ; 0.00                 ; 25.125
        3                   ; General              ; 3
        7                   ; 000                  ; 007
        0.25                ; 0%                   ; 25%
        0.5                 ; # ?/?                ; 1/2
        2.5                 ; # ?/?                ; 2 1/2
        0.3                 ; # ??/100             ; 30/100
        0.1                 ; # ?/?                ; 0.1
        0.95                ; # ?/?                ; 0.95
        0.01                ; # ??/??              ; 0.01
        0.5                 ; ~# ?/?;@~            ; 1/2
        """)
    void aNumberSaysWhatIsSeenOfItAndNothingLess(BigDecimal number, String format, String text) {
        assertThat(CellText.ofNumber(number, format, LocalDateTime::now)).isEqualTo(new CellText(text, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
        45352   ; yyyy-mm-dd           ; 2024-03-01
        45352   ; ~[$-409]mmmm;@~      ; 2024-03-01
        45352   ; e"年"m"月"           ; 2024-03-01
        0.0625  ; h:mm                 ; 1:30:00
        1.0625  ; [h]:mm:ss            ; 25:30:00
        1.5     ; [h]                  ; 36:00:00
        """)
    void datesAndTimesAreMarked(BigDecimal number, String format, String text) {
        assertThat(CellText.ofNumber(number, format, () -> DateUtil.getLocalDateTime(number.doubleValue())))
                .isEqualTo(new CellText(text, "exchange.problem.date"));
    }

    @ParameterizedTest
    @CsvSource({"#REF!,true", "#NAME?,true", "#N/A,true", "#DIV/0!,true", "#45,false", "#0,false", "#A,false"})
    void onlyNamesOfErrorsAreErrors(String words, boolean error) {
        assertThat(CellText.ofWords(words).flaw() != null).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource({"1E1000000,General", "1E20000000,# ?/?", "1E-20000000,0%", "1E400,0.00"})
    void numbersThatNoProgramWritesAreNotWrittenOut(BigDecimal number, String format) {
        CellText text = assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> CellText.ofNumber(number, format, LocalDateTime::now));
        assertThat(text.flaw()).isNotNull();
        assertThat(text.text()).hasSizeLessThan(40);
    }

    @Test
    void theSmallestAndLargestThatProgramsWriteAreNumbers() {
        assertThat(CellText.ofNumber(new BigDecimal("1.7E308"), "General", LocalDateTime::now)
                        .flaw())
                .isNull();
        assertThat(CellText.ofNumber(new BigDecimal("5E-324"), "General", LocalDateTime::now)
                        .flaw())
                .isNull();
    }
}

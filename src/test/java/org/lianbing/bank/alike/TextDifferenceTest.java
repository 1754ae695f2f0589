package org.lianbing.bank.alike;

import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.lianbing.bank.alike.TextDifference.Piece;

import static org.assertj.core.api.Assertions.assertThat;

class TextDifferenceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    额定电压为220V     | 额定电压为380V。  | 额定电压为[220]V   | 额定电压为{380}[220]V
                    说法不正确的是      | 说法正确的是（ ）  | 说法[不]正确的是    | 说法[不]正确的是
                    检修前应当停电      | 检修之前应当停电   | 检修前应当停电      | 检修{之}前应当停电
                    pressure is 0.5MPa  | Pressure is 5 MPa  | pressure is [0.5]MPa | pressure is {5}[0.5]MPa
                    停电、验电          | 停电               | 停电、[验电]        | 停电、[验电]
                    同样                | 同样。             | 同样                | 同样
                    """)
    void whatTheOtherHasNotIsMarked(String text, String other, String own, String both) {
        assertThat(told(TextDifference.of(text, other, false))).isEqualTo(own);
        assertThat(told(TextDifference.of(text, other, true))).isEqualTo(both);
        assertThat(TextDifference.of(text, other, false).pieces().stream()
                        .map(Piece::text)
                        .collect(Collectors.joining()))
                .isEqualTo(text);
    }

    private static String told(TextDifference difference) {
        return difference.pieces().stream()
                .map(piece -> switch (piece.kind()) {
                    case SAME -> piece.text();
                    case OWN -> "[" + piece.text() + "]";
                    case MISSING -> "{" + piece.text() + "}";
                })
                .collect(Collectors.joining());
    }
}

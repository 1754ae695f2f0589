package org.lianbing.bank.exchange.text;

import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TexMathMlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "x § <mi>x</mi>",
                "x_L^2 § <msubsup><mi>x</mi><mi>L</mi><mn>2</mn></msubsup>",
                "10^23 § <msup><mn>10</mn><mn>2</mn></msup><mn>3</mn>",
                "3.14r § <mn>3.14</mn><mi>r</mi>",
                "\\frac12 § <mfrac><mn>1</mn><mn>2</mn></mfrac>",
                "\\frac{U}{\\sqrt[3]{R}} § <mfrac><mrow><mi>U</mi></mrow><mrow><mroot><mrow><mi>R</mi></mrow><mrow><mn>3</mn></mrow></mroot></mrow></mfrac>",
                "-\\pi\\,\\Omega § <mo>−</mo><mi>π</mi><mspace width=\"0.17em\"/><mi mathvariant=\"normal\">Ω</mi>",
                "a<b \\& \\% § <mi>a</mi><mo>&lt;</mo><mi>b</mi><mo>&amp;</mo><mo>%</mo>",
                "\\left\\|a\\rightarrow b\\right\\| § <mrow><mo fence=\"true\">‖</mo><mi>a</mi><mo>→</mo><mi>b</mi><mo fence=\"true\">‖</mo></mrow>",
                "\\left( x \\right. § <mrow><mo fence=\"true\">(</mo><mi>x</mi></mrow>",
                "\\sum_{i}^n § <munderover><mo>∑</mo><mrow><mi>i</mi></mrow><mi>n</mi></munderover>",
                "P_\\text{额定} § <msub><mi>P</mi><mtext>额定</mtext></msub>",
                "\\text{a\u00a0b} § <mtext>a&#xa0;b</mtext>",
                "\\mathrm{kW} § <mi mathvariant=\"normal\">kW</mi>",
                "\\vec{F}' § <mover accent=\"true\"><mrow><mi>F</mi></mrow><mo>→</mo></mover><mo>′</mo>",
            })
    void whatIsUsualHasMathMl(String tex, String row) {
        String math = TexMathMl.of(tex, false).orElseThrow();
        assertThat(math)
                .startsWith("<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"inline\"><semantics><mrow>"
                        + row + "</mrow><annotation");
        assertThat(Jsoup.parse(math, "", Parser.xmlParser())
                        .expectFirst("annotation")
                        .wholeText())
                .isEqualTo(tex);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\begin{matrix}a\\end{matrix}",
                "\\foo",
                "{x",
                "x}",
                "x^",
                "x^2^3",
                "\\left(x",
                "\\text{$x$}",
                "a & b",
                "\\",
                "\\sqrt[3",
                "\\frac{1}",
                "x=\ue0b1",
                "𝑥"
            })
    void whatIsNotKnownHasNone(String tex) {
        assertThat(TexMathMl.of(tex, true)).isEmpty();
    }

    @Test
    void depthAndLengthHaveAnEnd() {
        assertThat(TexMathMl.of("{".repeat(900) + "x" + "}".repeat(900), false)).isEmpty();
        assertThat(TexMathMl.of("\\sqrt".repeat(350) + " x", false)).isEmpty();
        assertThat(TexMathMl.of("\\bar".repeat(95) + " x", false)).isEmpty();
        assertThat(TexMathMl.of("\\sqrt\\frac{1+".repeat(36) + "x" + "}{2}".repeat(36), false))
                .isEmpty();
        assertThat(TexMathMl.of("\\sqrt ".repeat(300) + "x", false)).isEmpty();
        assertThat(TexMathMl.of("x".repeat(3000), false)).isEmpty();
    }
}

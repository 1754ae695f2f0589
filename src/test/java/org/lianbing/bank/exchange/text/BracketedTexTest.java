package org.lianbing.bank.exchange.text;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class BracketedTexTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "电阻 $R=\\frac{U}{I}$，电流 $I_1$。",
                "$$\na+b\n$$",
                "$$[a\\\\]$$",
                "$$\\left\\[a\\right\\]$$",
                "$(a\\\\)$ 和 $f(x)$",
                "$a\\ $ 后面",
                "$a\n+b$",
                "价格 $5 和 $6",
                "| $\\|U\\|$ | 丙 |\n|---|---|\n| 1 | 2 |",
                "| a \\| b $x$ | $y$ |\n|---|---|\n| 1 | 2 |",
                "> $$\n> a\n> $$",
                "代码 `\\\\(a\\\\)` 和 $x$",
                "`` ` \\\\(a\\\\) ``",
                "\\\\(没有结束 $x$",
            })
    void whatIsWrittenIsReadAsItWas(String markdown) {
        assertThat(BracketedTex.read(BracketedTex.written(markdown))).isEqualTo(markdown);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
        \\\\( x^2 \\\\)      , $x^2$
        \\\\[x\\_1\\\\]      , $$x_1$$
        \\\\(a\\\\\\\\b\\\\), $a\\\\b$
        \\(a\\)              , \\(a\\)
        `\\\\(a\\\\)`        , `\\\\(a\\\\)`
        \\\\(a               , \\\\(a
        """)
    void bracketsOfOthersAreFormulas(String markdown, String read) {
        assertThat(BracketedTex.read(markdown)).isEqualTo(read);
    }

    /** Each of them opens, and none is closed. */
    @Test
    void whatNeverClosesIsLookedForOnce() {
        String open = "\\\\(\\\\[".repeat(100_000);
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(BracketedTex.read(open)).isEqualTo(open));
        String html = "\\(\\[$$".repeat(8_000);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> HtmlToMarkdown.of(html, name -> null));
    }
}

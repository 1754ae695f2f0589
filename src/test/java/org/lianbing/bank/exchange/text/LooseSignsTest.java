package org.lianbing.bank.exchange.text;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class LooseSignsTest {

    /** Browsers close them; who wrote an attribute meant no less-than sign. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<font color=\"red\">红",
                "<div class='q'>先验电",
                "<SPAN\n style = \"color: red\" id=x>红",
                "<a href=x>见",
            })
    void aTagWithAnAttributeNeedsNoEnd(String html) {
        assertThat(LooseSigns.escaped(html)).isEqualTo(html);
    }

    @ParameterizedTest
    @ValueSource(strings = {"若 a<b 且 c=d>e", "a<p and q=1>b", "List<String>", "x<y z=\"1\">", "<font", "<div class=q"})
    void anEqualsSignElsewhereMakesNoTag(String html) {
        assertThat(LooseSigns.escaped(html)).isEqualTo(html.replace("<", "&lt;"));
    }

    @Test
    void aNameOfAnyLengthIsPassedOnce() {
        String html = "<" + "a".repeat(200_000);
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(LooseSigns.escaped(html)).startsWith("&lt;aaa"));
    }
}

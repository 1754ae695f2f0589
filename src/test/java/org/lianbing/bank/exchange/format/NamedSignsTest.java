package org.lianbing.bank.exchange.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NamedSignsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a&nbsp;b          | a&#160;b
            x&amp;y &lt;&gt;  | x&amp;y &lt;&gt;
            t="&ndash;"       | t="&#8211;"
            &unheardof; &nbsp | &unheardof; &nbsp
            <![CDATA[&nbsp;]]>&nbsp; | <![CDATA[&nbsp;]]>&#160;
            &#20320;&x20;     | &#20320;&x20;
            """)
    void whatHtmlNamesIsANumber(String written, String read) throws IOException {
        assertThat(through(written)).isEqualTo(read);
    }

    /** Wherever a part of the file ends. */
    @Test
    void signsAcrossPartsAreKept() throws IOException {
        String end = "&nbsp;<![CDATA[&nbsp;]]>&eacute;";
        for (int before = 8192 - 80; before <= 8192 + 2; before++) {
            String filled = "电".repeat(before / 3) + "x".repeat(before % 3);
            assertThat(through(filled + end)).isEqualTo(filled + "&#160;<![CDATA[&nbsp;]]>&#233;");
        }
    }

    private static String through(String text) throws IOException {
        try (NamedSigns signs = new NamedSigns(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
            return new String(signs.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package org.lianbing.base;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MarkdownTextTest {

    private static final String HASH = "ab".repeat(32);
    private final MarkdownText text = new MarkdownText();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[go](javascript:alert(1))",
                "<a href=\"javascript:alert(1)\">go</a>",
                "![x](https://example.org/spy.png)",
                "<img src=\"data:text/html;base64,AAAA\">",
                "<iframe src=\"/\"></iframe>",
                "<p style=\"position:fixed\">x</p>"
            })
    void nothingDangerousGetsThrough(String markdown) {
        for (String html :
                new String[] {text.page(markdown, picture -> picture), text.fragment(markdown, picture -> picture)}) {
            assertThat(html).doesNotContain("script", "onerror", "src=", "iframe", "style", "alert(1)\"");
        }
    }

    @Test
    void chinesePunctuationStandsAsItIs() {
        String words = "电压（交流），多少？Ａ！～【x】：；、《》“好”—℃ Ω ≥ ×";
        assertThat(text.fragment(words, address -> "")).isEqualTo("<p>" + words + "</p>\n");
        assertThat(text.page("- " + words, address -> "")).contains("<li>" + words + "</li>");
        assertThat(text.fragment("![看，图（一）](media:" + HASH + ")", address -> "/media/" + HASH))
                .contains("alt=\"看，图（一）\"");
    }

    @Test
    void whatLooksLikeMarkupOrCannotBeSeenStaysANumber() {
        String html = text.fragment("＜script＞ ﹤b﹥ ＂on＝＇ &#xff1c;i&#65310; &#60;b&#62; &amp;#xff08;", address -> "");
        assertThat(html).doesNotContain("＜", "＞", "﹤", "﹥", "＂", "＇", "＝", "<script", "<i", "<b", "（");
        assertThat(html).contains("&#xff1c;script&#xff1e;", "&lt;b&gt;");
    }

    @Test
    void picturesLieWhereTheCallerSays() {
        String html = text.fragment("看图：![阀](media:" + HASH + ")", address -> address.replace("media:", "/media/"));
        assertThat(html).contains("<img src=\"/media/" + HASH + "\" alt=\"阀\" />");
        assertThat(text.fragment("![阀](media:x)", address -> "data:image/png;base64,QUJD"))
                .contains("data:image/png;base64,QUJD");
        assertThat(text.fragment("看 ![阀](media:x) 图", address -> "")).doesNotContain("img");
    }

    @Test
    void tablesAreTables() {
        assertThat(text.fragment("| a | b |\n|---|---|\n| 1 | 2 |", picture -> picture))
                .contains("<table>", "<th>a</th>", "<td>2</td>");
    }

    @ParameterizedTest
    @CsvSource({"'**热**继电器',<strong>热</strong>继电器", "220 V,220 V"})
    void anOptionHasNoParagraphAroundIt(String markdown, String html) {
        assertThat(text.inlineFragment(markdown, picture -> picture)).isEqualTo(html);
    }

    @Test
    void linksAndHeadingsOnlyOnPages() {
        String markdown = "## 步骤\n\n见[标准](https://example.org/a)";
        assertThat(text.page(markdown, picture -> picture)).contains("<h2>", "href=\"https://example.org/a\"");
        assertThat(text.fragment(markdown, picture -> picture)).doesNotContain("<h2>", "href");
    }

    @Test
    void plainWordsForLists() {
        assertThat(text.plain("**热继电器**的作用是\n\n- 过载保护")).isEqualTo("热继电器的作用是 过载保护");
    }
}

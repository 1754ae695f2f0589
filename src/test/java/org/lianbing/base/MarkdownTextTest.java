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
    void anAddressThatEndsLikeSoundOrFilmIsPlayedAndNeverByItself() {
        String film = text.fragment("看：![装配 \"左\"](media:x)", address -> "/media/" + HASH + ".mp4");
        assertThat(film)
                .contains(
                        "<video src=\"/media/" + HASH + ".mp4\" controls=\"\"",
                        "preload=\"metadata\"",
                        "playsinline=\"\"")
                .contains("aria-label=\"装配 &#34;左&#34;\"", "</video>")
                .doesNotContain("autoplay", "<img");
        String sound = text.page("![异响](media:x)", address -> "/media/" + HASH + ".mp3");
        assertThat(sound)
                .contains("<audio src=\"/media/" + HASH + ".mp3\" controls=\"\"", "preload=\"none\"")
                .contains(">异响</audio>");
        assertThat(text.plain("听 ![异响](media:x)")).isEqualTo("听 异响");
    }

    @Test
    void soundAndFilmComeFromOurOwnMediaOnly() {
        for (String address : new String[] {"https://example.org/x.mp4", "/media/" + HASH + ".exe.mp4", "//x/y.mp3"}) {
            assertThat(text.fragment("![x](media:x)", picture -> address)).doesNotContain("src=");
        }
        for (String written : new String[] {
            "<video src=\"/media/" + HASH + ".mp4\" autoplay onplay=\"alert(1)\"></video>",
            "<audio autoplay src=x onerror=alert(1)>"
        }) {
            assertThat(text.fragment(written, picture -> picture))
                    .doesNotContain("autoplay", "onplay", "onerror", "alert");
        }
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "求 $x^2$ 的值 | 求 <code class=\"math\">x^2</code> 的值",
                "$\\frac{1}{\\sqrt{2}}$ | <code class=\"math\">\\frac{1}{\\sqrt{2}}</code>",
                "$a_1 * b_1 * c_2$ | <code class=\"math\">a_1 * b_1 * c_2</code>",
                "**功率 $P_*$ 和 $Q_*$** | <strong>功率 <code class=\"math\">P_*</code> 和 <code"
                        + " class=\"math\">Q_*</code></strong>",
                "$[a](b)$ | <code class=\"math\">[a](b)</code>",
                "$a$$b$ | <code class=\"math\">a</code><code class=\"math\">b</code>",
                "$$x^2$$ | <code class=\"math display\">x^2</code>",
                "由 $$ x_1 $$ 得 | 由 <code class=\"math display\">x_1</code> 得",
                "$5\\$$ | <code class=\"math\">5\\$</code>",
                "$x\\ $ | <code class=\"math\">x\\ </code>",
                "$a<b$ | <code class=\"math\">a&lt;b</code>"
            })
    void betweenDollarSignsStandsAFormula(String markdown, String html) {
        assertThat(text.inlineFragment(markdown, picture -> picture)).isEqualTo(html);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "$5 和 $6 | $5 和 $6",
                "$5和$6 | $5和$6",
                "5$ 或 6$ | 5$ 或 6$",
                "\\$x\\$ | $x$",
                "\\$x$ | $x$",
                "$ x$ | $ x$",
                "$x $ | $x $",
                "$x | $x",
                "$x\\$ | $x$",
                "$ | $",
                "$$ | $$",
                "$$$$ | $$$$",
                "$$x 和 y$ | $$x 和 y$",
                "$*x* | $<em>x</em>",
                "`$x$` | <code>$x$</code>"
            })
    void aDollarSignMayBeMoney(String markdown, String html) {
        assertThat(text.inlineFragment(markdown, picture -> picture)).isEqualTo(html);
    }

    @Test
    void aFormulaMayGoOverLinesAndStandInATable() {
        assertThat(text.fragment("$$\na_1\n  + b_1\n$$", picture -> picture))
                .isEqualTo("<p><code class=\"math display\">a_1 &#43; b_1</code></p>\n");
        assertThat(text.fragment("| $U_1$ |\n|---|\n| $\\|x\\|_1$ |", picture -> picture))
                .contains("<th><code class=\"math\">U_1</code></th>", "<td><code class=\"math\">|x|_1</code></td>");
        assertThat(text.fragment(
                        "由\n$$\n\\begin{aligned}\n# a &= b \\\\\n> c\n\\end{aligned}\n$$\n- 得", picture -> picture))
                .contains(
                        "<p>由</p>",
                        "\\begin{aligned} # a &amp;&#61; b \\\\ &gt; c \\end{aligned}</code></p>",
                        "<li>得</li>");
        assertThat(text.fragment("- $$\n  x\n  $$\n- y", picture -> picture))
                .isEqualTo("<ul><li><code class=\"math display\">x</code></li><li>y</li></ul>\n");
        assertThat(text.fragment("$$\n**x**\n\n- y", picture -> picture))
                .contains("$$\n<strong>x</strong>", "<li>y</li>");
        assertThat(text.fragment("费用 $5\n\n费用 x$", picture -> picture)).doesNotContain("math");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$<script>alert(1)</script>$",
                "$$</code><img src=x onerror=alert(1)>$$",
                "<code class=\"math evil\" onclick=\"alert(1)\">x</code>",
                "$\\href{javascript:alert(1)}{x}$"
            })
    void aFormulaIsTextAndNothingElse(String markdown) {
        String html = text.fragment(markdown, picture -> picture);
        assertThat(html)
                .doesNotContain("<script", "<img", " onerror=", "onclick", "evil")
                .contains("<code");
    }

    @Test
    void plainWordsShowTheTexOfFormulas() {
        assertThat(text.plain("**电流** $I_1$ 为\n\n$$\\frac{U}{R}$$")).isEqualTo("电流 I_1 为 \\frac{U}{R}");
    }

    @Test
    void formulasAreWrittenOtherwiseWhereverTheyStand() {
        String markdown =
                "> 一 $a$\n> $$\n> b\n> $$\n\n| 甲 $c$ | 乙 |\n|---|---|\n| $\\|k\\|$ | $d$ 丁 |\n\n- $e$，`$f$`，5$ 与 \\$g$";
        assertThat(new MarkdownText()
                        .withFormulas(markdown, formula -> "<" + formula.tex() + formula.displayed() + ">"))
                .isEqualTo(
                        "> 一 <afalse>\n> $$\n> b\n> $$\n\n| 甲 <cfalse> | 乙 |\n|---|---|\n| $\\|k\\|$ | <dfalse> 丁 |\n\n"
                                + "- <efalse>，`$f$`，5$ 与 \\$g$");
    }
}

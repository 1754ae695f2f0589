package org.lianbing.bank;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

import org.lianbing.media.Media;
import org.lianbing.testing.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class ItemTextTest {

    @Autowired
    ItemText text;

    @Autowired
    Media media;

    @Test
    void aStoredPictureBecomesPartOfTheText() {
        byte[] svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 2 2\"><path d=\"M0 0h2\"/></svg>"
                .getBytes(StandardCharsets.UTF_8);
        String hash = media.store(svg, "image/svg+xml").hash();
        String html = HtmlUtils.htmlUnescape(text.html("看图：\n\n![一条线](media:" + hash + ")"));
        assertThat(html)
                .contains(
                        "src=\"data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg) + "\"",
                        "alt=\"一条线\"");
    }

    @Test
    void picturesFromElsewhereAreNotShown() {
        assertThat(text.html("![x](https://example.org/a.png) ![y](media:" + "0".repeat(64) + ")"))
                .doesNotContain("<img", "example.org");
        assertThat(text.html("![x](data:image/png;base64,AAAA)")).doesNotContain("<img");
    }

    @Test
    void optionsStandInTheirLine() {
        assertThat(text.inlineHtml("H<sub>2</sub>O")).isEqualTo("H<sub>2</sub>O");
        assertThat(text.plain("**额定** 220 V")).isEqualTo("额定 220 V");
    }
}

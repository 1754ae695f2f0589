package org.lianbing.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.base.Problem;
import org.lianbing.testing.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@IntegrationTest
class MediaTest {

    private static final String OPEN = "<svg xmlns=\"http://www.w3.org/2000/svg\" "
            + "xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 9 9\">";

    @Autowired
    Media media;

    @Test
    void theSameBytesAreStoredOnce() {
        byte[] drawing = bytes(OPEN + "<path d=\"M0 0h9\" stroke=\"url(#g)\"/><use href=\"#a\"/></svg>");
        MediaId id = media.store(drawing, "image/svg+xml");
        assertThat(media.store(drawing.clone(), "image/svg+xml")).isEqualTo(id);
        assertThat(media.find(id)).hasValueSatisfying(file -> {
            assertThat(file.bytes()).isEqualTo(drawing);
            assertThat(file.contentType()).isEqualTo("image/svg+xml");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<a href=\"https://example.org\"><path d=\"M0 0\"/></a>",
                "<path onclick=\"alert(1)\" d=\"M0 0\"/>",
                "<foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">x</p></foreignObject>",
                "<image href=\"https://example.org/x.png\"/>",
                "<use href=\"https://example.org/x.svg#a\"/>",
                "<use xlink:href=\"data:image/svg+xml;base64,AAAA\"/>",
                "<rect fill=\"url(https://example.org/x.svg#a)\"/>",
                "<style>@import 'https://example.org/x.css';</style>",
                "<style>rect{fill:url( 'https://example.org/x' )}</style>",
                "<style>@im\\port 'x'</style>",
                "<set attributeName=\"href\" to=\"javascript:alert(1)\"/>",
                "<?xml-stylesheet href=\"https://example.org/x.css\"?>",
                "<path d=\"M0 0\">"
            })
    void aDrawingThatDoesMoreThanDrawIsRefused(String inside) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> media.store(bytes(OPEN + inside + "</svg>"), "image/svg+xml"))
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.INVALID));
    }

    @Test
    void entitiesAreNotResolved() {
        String bomb = "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + OPEN + "<text>&x;</text></svg>";
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> media.store(bytes(bomb), "image/svg+xml"));
    }

    @Test
    void whatIsNoPictureOrTooLargeIsRefused() {
        byte[] png = Arrays.copyOf(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n'}, 100);
        assertThat(media.store(png, "image/png")).isNotNull();
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> media.store(png, "image/jpeg"));
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> media.store(bytes("<html>"), "text/html"));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> media.store(Arrays.copyOf(png, Media.MOST + 1), "image/png"))
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.TOO_LARGE));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

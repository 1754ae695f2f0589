package org.lianbing.media;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

import com.github.weisj.jsvg.renderer.output.Output;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class SvgDrawingTest {

    @Test
    void aDrawingIsPaintedOnWhiteTwiceAsLargeAsItIsShown() throws IOException {
        SvgDrawing drawing =
                SvgDrawing.of(svg("viewBox='0 0 200 100'", "<circle cx='50' cy='50' r='20' fill='#0000ff'/>"));
        assertThat(List.of(drawing.width(), drawing.height())).containsExactly(200, 100);
        BufferedImage image = image(drawing);
        assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(400, 200);
        assertThat(image.getRGB(100, 100)).isEqualTo(0xff0000ff);
        assertThat(image.getRGB(390, 100)).isEqualTo(0xffffffff);
    }

    @Test
    void everyDrawingOfTheBankIsPainted() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("question-bank"))) {
            List<Path> drawings =
                    files.filter(file -> file.toString().endsWith(".svg")).toList();
            assertThat(drawings).isNotEmpty();
            for (Path file : drawings) {
                assertThat(isBlank(image(SvgDrawing.of(Files.readAllBytes(file)))))
                        .as(file.toString())
                        .isFalse();
            }
        }
    }

    @Test
    void aHugeDrawingIsPaintedSmall() throws IOException {
        BufferedImage image = image(SvgDrawing.of(svg("width='900000' height='300000'", "<path d='M0 0L10 10'/>")));
        assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(1600, 533);
    }

    @Test
    void aDrawingOfManyShapesInManyGroupsIsPainted() throws IOException {
        String many = "<g>".repeat(40) + "<path d='M0 0L100 50'/>".repeat(3_000) + "</g>".repeat(40);
        byte[] svg = svg("viewBox='0 0 100 50'", many + "<rect width='9' height='9'/>");
        assertThat(isBlank(image(SvgDrawing.of(svg)))).isFalse();
    }

    /** Words of a drawing are no rules of it. */
    @Test
    void aDrawingThatSpeaksOfMarkersIsPainted() throws IOException {
        byte[] svg = svg(
                "viewBox='0 0 100 50'",
                "<style>.marker{stroke:#336699}</style><title>marker: url(#a)</title><rect width='9' height='9'/>");
        assertThat(isBlank(image(SvgDrawing.of(svg)))).isFalse();
    }

    /** What would paint without end, or into pictures of any size, is white paper at once. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "uses",
                "<use id='a' href='#b'/><use id='b' href='#a'/>",
                "<filter id='f' x='-9999' width='99999'><feGaussianBlur stdDeviation='999'/></filter><rect width='9' height='9' filter='url(#f)'/>",
                "<style>path{marker-mid:none;marker : x}</style><rect width='9' height='9'/>",
                "<style>rect{fill:url(#p)}</style><rect width='9' height='9'/>",
                "<path d='M0 0L100 1e9' stroke='#000000' stroke-dasharray='0.001'/>",
                "markers",
                "bare markers"
            })
    void aHostileDrawingIsWhitePaper(String content) {
        byte[] svg = svg(
                "viewBox='0 0 100 100'",
                "<rect width='50' height='50'/>"
                        + switch (content) {
                            case "uses" -> uses();
                            case "markers" -> markers("url(#m)");
                            case "bare markers" -> markers("#m");
                            default -> content;
                        });
        assertTimeout(
                Duration.ofSeconds(4),
                () -> assertThat(isBlank(image(SvgDrawing.of(svg)))).isTrue());
    }

    /** Whatever a drawing finds to repeat, and whichever line it cuts into dashes: it ends. */
    @Test
    void paintingEndsWhenItsTimeIsOver() {
        Graphics2D graphics = new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB).createGraphics();
        Line2D line = new Line2D.Double(0, 0, 1_000, 0);
        BoundedOutput late = new BoundedOutput(Output.createForGraphics(graphics), () -> true);
        assertThatThrownBy(() -> late.fillShape(line)).isInstanceOf(BoundedOutput.Over.class);
        assertThatThrownBy(late::createChild).isInstanceOf(BoundedOutput.Over.class);
        Output child = new BoundedOutput(Output.createForGraphics(graphics), () -> false).createChild();
        child.setStroke(new BasicStroke(1, 0, 0, 1, new float[] {0.001f, 0.001f}, 0));
        assertThatThrownBy(() -> child.drawShape(line)).isInstanceOf(BoundedOutput.Over.class);
    }

    private static String markers(String reference) {
        return "<marker id='m' markerWidth='5'>" + "<path d='M0 0L1 1'/>".repeat(500) + "</marker><path d='M0 0"
                + "L1 1".repeat(2000) + "' marker-mid='" + reference + "'/>";
    }

    /** Ten of ten of ten … */
    private static String uses() {
        StringBuilder all = new StringBuilder("<defs><g id='u0'><rect width='1' height='1'/></g>");
        for (int i = 1; i < 12; i++) {
            all.append("<g id='u").append(i).append("'>");
            all.append(("<use href='#u" + (i - 1) + "'/>").repeat(10)).append("</g>");
        }
        return all + "</defs><use href='#u11'/>";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<defs><pattern id='p' width='99999' height='99999' patternUnits='userSpaceOnUse'><rect width='99999' height='9'/></pattern></defs><rect width='99999' height='99999' fill='url(#p)'/>",
                "<defs><pattern id='p' width='0.001' height='0.001' patternUnits='userSpaceOnUse'><rect width='9' height='9'/></pattern></defs><rect width='100' height='100' fill='url(#p)'/>",
                "<g transform='scale(99999)'><g transform='scale(99999)'><path d='M0 0L9999 9999' stroke='#000000' stroke-dasharray='0.0001'/></g></g>",
                "<text font-size='99999'>字</text>"
            })
    void whatIsLargeInItselfIsPaintedWithinTheBounds(String content) {
        assertTimeout(
                Duration.ofSeconds(7),
                () -> assertThat(image(SvgDrawing.of(svg("viewBox='0 0 100 100'", content)))
                                .getWidth())
                        .isEqualTo(200));
    }

    private static byte[] svg(String size, String content) {
        return ("<svg xmlns='http://www.w3.org/2000/svg' " + size + ">" + content + "</svg>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static BufferedImage image(SvgDrawing drawing) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(drawing.painted().orElseGet(drawing::paper)));
    }

    private static boolean isBlank(BufferedImage image) {
        for (int line = 0; line < image.getHeight(); line++) {
            for (int at = 0; at < image.getWidth(); at++) {
                if (image.getRGB(at, line) != 0xffffffff) {
                    return false;
                }
            }
        }
        return true;
    }
}

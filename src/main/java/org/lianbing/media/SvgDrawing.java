package org.lianbing.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import javax.imageio.ImageIO;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import com.github.weisj.jsvg.renderer.output.Output;
import com.github.weisj.jsvg.view.ViewBox;
import org.jspecify.annotations.Nullable;

/**
 * A drawing for programs that show no SVG: painted as pixels, on white. Its author is a stranger, so that it is bounded
 * in size, in what is painted and in time, and nothing is fetched; for what is beyond that there is white paper.
 */
public final class SvgDrawing {

    private static final int LONGEST_SIDE = 1_600;
    private static final int USUAL_WIDTH = 400;
    private static final int USUAL_HEIGHT = 300;
    /** Pixels for each point of the drawing: letters stay sharp in print. */
    private static final double SHARP = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Some drawings before this one may need all of their time. */
    private static final Duration QUEUE = Duration.ofSeconds(30);
    /** Those of the library are below what drawing programs write; what is painted was weighed before. */
    private static final DocumentLimits LIMITS =
            new DocumentLimits(SvgWeight.DEEPEST, SvgWeight.DEEPEST, (int) SvgWeight.MOST);

    private final @Nullable SVGDocument document;
    private final double width;
    private final double height;

    private SvgDrawing(@Nullable SVGDocument document, double width, double height) {
        this.document = document;
        this.width = width;
        this.height = height;
    }

    /** Reads a drawing that {@link SvgCheck} let pass. */
    public static SvgDrawing of(byte[] svg) {
        SVGDocument document = SvgWeight.bearable(svg) ? parsed(svg) : null;
        double width = document == null ? 0 : document.size().getWidth();
        double height = document == null ? 0 : document.size().getHeight();
        boolean shaped = width >= 1 && height >= 1 && Double.isFinite(width) && Double.isFinite(height);
        return new SvgDrawing(document, shaped ? width : USUAL_WIDTH, shaped ? height : USUAL_HEIGHT);
    }

    private static @Nullable SVGDocument parsed(byte[] svg) {
        try {
            return new SVGLoader()
                    .load(
                            new ByteArrayInputStream(svg),
                            null,
                            LoaderContext.builder()
                                    .externalResourcePolicy(ResourcePolicy.DENY_ALL)
                                    .documentLimits(LIMITS)
                                    .build());
        } catch (RuntimeException | LinkageError e) {
            // A value that the parser does not expect, or a machine without any font.
            return null;
        }
    }

    /** How wide it is shown, in pixels. */
    public int width() {
        return (int) Math.max(1, Math.round(width * shown()));
    }

    /** How high it is shown, in pixels. */
    public int height() {
        return (int) Math.max(1, Math.round(height * shown()));
    }

    private double shown() {
        return Math.min(1, LONGEST_SIDE / Math.max(width, height));
    }

    /**
     * The drawing as a PNG; empty where it cannot be painted within the bounds.
     *
     * @throws org.lianbing.base.Problem where others are painted for so long that nothing is known of this one
     */
    public Optional<byte[]> painted() {
        SVGDocument drawing = document;
        return drawing == null
                ? Optional.empty()
                : Easel.paint("svg-drawing", QUEUE, PATIENCE, () -> png(paint(drawing, wide(), high())));
    }

    /** White paper of its shape as a PNG, in the place of a drawing that cannot be painted. */
    public byte[] paper() {
        return png(paper(wide(), high()));
    }

    private int wide() {
        return (int) Math.max(1, Math.round(width * scale()));
    }

    private int high() {
        return (int) Math.max(1, Math.round(height * scale()));
    }

    private double scale() {
        return Math.min(SHARP, LONGEST_SIDE / Math.max(width, height));
    }

    private static BufferedImage paint(SVGDocument drawing, int wide, int high) {
        BufferedImage image = paper(wide, high);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setClip(0, 0, wide, high);
            // What the drawing calls currentColor.
            graphics.setColor(Color.BLACK);
            long begun = System.nanoTime();
            Output output = new BoundedOutput(
                    Output.createForGraphics(graphics), () -> System.nanoTime() - begun > PATIENCE.toNanos());
            drawing.renderWithPlatform(NullPlatformSupport.INSTANCE, output, new ViewBox(wide, high));
            return image;
        } finally {
            graphics.dispose();
        }
    }

    private static BufferedImage paper(int wide, int high) {
        BufferedImage image = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
        int[] white = new int[wide];
        java.util.Arrays.fill(white, Color.WHITE.getRGB());
        for (int line = 0; line < high; line++) {
            image.setRGB(0, line, wide, 1, white, 0, wide);
        }
        return image;
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

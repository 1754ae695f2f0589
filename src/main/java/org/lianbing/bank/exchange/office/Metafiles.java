package org.lianbing.bank.exchange.office;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.TextLayout;
import java.awt.geom.Dimension2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;

import org.apache.poi.hemf.usermodel.HemfPicture;
import org.apache.poi.hwmf.usermodel.HwmfPicture;

import org.lianbing.base.Problem;
import org.lianbing.media.Easel;

/** Windows metafiles (WMF, EMF), in which old Word keeps drawings and formulas. */
final class Metafiles {

    private static final int LARGEST = 4 * 1024 * 1024;
    private static final double LONGEST_SIDE = 1600;
    private static final int WMF_PLACEABLE = 0x9AC6CDD7;
    /** A machine with much to do works less for each of those who ask. */
    private static final int SLOWEST = 3;

    static {
        HwmfPicture.setMaxRecordLength(LARGEST);
        warmUp();
    }

    private Metafiles() {}

    /**
     * What came of one.
     *
     * @param png it drawn; empty where it cannot be, or where nothing comes of it, as of a broken one
     * @param took how long the processor worked on it
     */
    record Painted(Optional<byte[]> png, Duration took) {}

    /** Fonts are looked for at the first letter, which is not the fault of whoever wrote that. */
    private static void warmUp() {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            new TextLayout("A", new Font(Font.SERIF, Font.PLAIN, 10), graphics.getFontRenderContext())
                    .draw(graphics, 0, 1);
        } catch (RuntimeException | LinkageError e) {
            // A machine without any font, which then draws no letters.
        } finally {
            graphics.dispose();
        }
    }

    /** Whether it is one, by its head. */
    static boolean is(byte[] bytes) {
        return wmf(bytes) || emf(bytes);
    }

    private static boolean wmf(byte[] bytes) {
        return bytes.length > 22 && (number(bytes, 0) == WMF_PLACEABLE || number(bytes, 0) == 0x00090001);
    }

    /** The mark " EMF" stands at the fortieth byte. */
    private static boolean emf(byte[] bytes) {
        return bytes.length > 44 && number(bytes, 0) == 1 && number(bytes, 40) == 0x464D4520;
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16 | bytes[at + 3] << 24;
    }

    /**
     * Draws one.
     *
     * @param most how long the processor may work on it
     */
    static Painted paint(byte[] bytes, Duration most) {
        Optional<byte[]> sound = bytes.length > LARGEST ? Optional.empty() : sound(bytes);
        if (sound.isEmpty()) {
            return new Painted(Optional.empty(), Duration.ZERO);
        }
        AtomicLong took = new AtomicLong(most.toNanos());
        Duration slow = most.multipliedBy(SLOWEST);
        try {
            Optional<Optional<byte[]>> drawn = Easel.paint("metafile", slow, slow, () -> {
                long begun = worked();
                try {
                    return drawn(sound.get(), () -> worked() - begun > most.toNanos());
                } finally {
                    took.set(worked() - begun);
                }
            });
            return new Painted(drawn.flatMap(png -> png), Duration.ofNanos(took.get()));
        } catch (Problem busy) {
            return new Painted(Optional.empty(), most);
        }
    }

    private static long worked() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Optional<byte[]> sound(byte[] bytes) {
        return emf(bytes) ? SoundMetafile.ofEmf(bytes) : SoundMetafile.ofWmf(bytes, number(bytes, 0) == WMF_PLACEABLE);
    }

    private static Optional<byte[]> drawn(byte[] bytes, BooleanSupplier over) {
        try {
            return emf(bytes)
                    ? drawn(new HemfPicture(new ByteArrayInputStream(bytes)), over)
                    : drawn(new HwmfPicture(new ByteArrayInputStream(bytes)), over);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<byte[]> drawn(HemfPicture picture, BooleanSupplier over) throws IOException {
        Canvas canvas = Canvas.of(picture.getSize());
        picture.draw(new BoundedGraphics(canvas.graphics(), over), canvas.box());
        return canvas.png();
    }

    private static Optional<byte[]> drawn(HwmfPicture picture, BooleanSupplier over) throws IOException {
        Canvas canvas = Canvas.of(picture.getSize());
        picture.draw(new BoundedGraphics(canvas.graphics(), over), canvas.box());
        return canvas.png();
    }

    /** White paper of the picture's shape, large enough to read formulas on. */
    private record Canvas(BufferedImage image, Graphics2D graphics) {

        static Canvas of(Dimension2D size) {
            double width = Math.max(1, size.getWidth());
            double height = Math.max(1, size.getHeight());
            double scale = Math.min(3, LONGEST_SIDE / Math.max(width, height));
            BufferedImage image = new BufferedImage(
                    Math.max(1, (int) Math.round(width * scale)),
                    Math.max(1, (int) Math.round(height * scale)),
                    BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = image.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            return new Canvas(image, graphics);
        }

        Rectangle2D box() {
            return new Rectangle2D.Double(0, 0, image.getWidth(), image.getHeight());
        }

        Optional<byte[]> png() throws IOException {
            graphics.dispose();
            if (isBlank()) {
                return Optional.empty();
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return Optional.of(bytes.toByteArray());
        }

        private boolean isBlank() {
            for (int line = 0; line < image.getHeight(); line++) {
                for (int at = 0; at < image.getWidth(); at++) {
                    if (image.getRGB(at, line) != Color.WHITE.getRGB()) {
                        return false;
                    }
                }
            }
            return true;
        }
    }
}

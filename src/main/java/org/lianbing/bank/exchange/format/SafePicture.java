package org.lianbing.bank.exchange.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import org.lianbing.base.Problem;

/** Pictures from a stranger: their size is read from the head, before anything is decoded. */
public final class SafePicture {

    /** The longest side taken, in pixels. */
    public static final int LONGEST_SIDE = 12_000;

    private static final long MOST_PIXELS = 50_000_000;

    private SafePicture() {}

    /**
     * A size.
     *
     * @param width in pixels
     * @param height in pixels
     */
    public record Size(int width, int height) {}

    /**
     * The size of a PNG, JPEG or GIF; empty where it is no such picture.
     *
     * @throws Problem where it is larger than anybody can show
     */
    public static Optional<Size> size(byte[] bytes) {
        Optional<Size> size = head(bytes);
        size.ifPresent(SafePicture::demand);
        return size;
    }

    private static void demand(Size size) {
        if (Math.max(size.width(), size.height()) > LONGEST_SIDE || (long) size.width() * size.height() > MOST_PIXELS) {
            throw Problem.tooLarge(
                    "exchange.picture-large",
                    String.valueOf(size.width()),
                    String.valueOf(size.height()),
                    String.valueOf(LONGEST_SIDE));
        }
    }

    private static Optional<Size> head(byte[] bytes) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return Optional.of(new Size(reader.getWidth(0), reader.getHeight(0)));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // A head that cannot be read, or an arithmetic of the codec that breaks on it.
            return Optional.empty();
        }
    }
}

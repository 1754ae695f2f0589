package org.lianbing.attempt;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

import org.lianbing.base.disk.FolderHash;

/** Photographs and files for tests; each number another content. */
public final class TestWork {

    private TestWork() {}

    /** A picture of that many pixels; the format as ImageIO calls it. */
    public static byte[] picture(String format, int width, int height, int number) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(number % width, number / width % height, 0xffffff);
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A small PNG. */
    public static byte[] png(int number) {
        return picture("png", 64, 64, number);
    }

    /** A page with nothing on it. */
    public static byte[] pdf(int number) {
        return ("%PDF-1.7\n% " + number + "\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Its name. */
    public static WorkFileId id(byte[] bytes) {
        return new WorkFileId(FolderHash.of(bytes));
    }
}

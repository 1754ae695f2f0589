package org.lianbing.bank.exchange.office;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

import org.lianbing.media.PictureType;

/**
 * A drawing within the PNG that was painted of it. Office programs that know no SVG, or write an old format, save what was
 * painted alone, but byte by byte: so the drawing comes back all the same. It lies in a chunk of our own (PNG, third
 * edition, 5.4), whose last letter tells programs that change the picture to leave it out; not packed, as the file around
 * it is, but with each bit turned over, so that nobody who looks at the first bytes takes the picture for the drawing.
 */
final class CarriedDrawing {

    private static final byte[] CHUNK = "svGD".getBytes(StandardCharsets.US_ASCII);
    private static final int SIGNATURE = 8;
    /** Length, name and checksum. */
    private static final int AROUND = 12;

    private CarriedDrawing() {}

    /** The PNG with a drawing before its last chunk, which is empty. */
    static byte[] in(byte[] png, byte[] drawing) {
        byte[] turned = turned(drawing);
        CRC32 sum = new CRC32();
        sum.update(CHUNK);
        sum.update(turned);
        int end = png.length - AROUND;
        return ByteBuffer.allocate(png.length + AROUND + drawing.length)
                .put(png, 0, end)
                .putInt(drawing.length)
                .put(CHUNK)
                .put(turned)
                .putInt((int) sum.getValue())
                .put(png, end, AROUND)
                .array();
    }

    /** The drawing in a picture, whatever it holds; empty where there is none. */
    static Optional<byte[]> of(byte[] picture) {
        if (PictureType.of(picture).filter(PictureType.PNG::equals).isEmpty()) {
            return Optional.empty();
        }
        ByteBuffer png = ByteBuffer.wrap(picture);
        int at = SIGNATURE;
        while (at <= picture.length - AROUND) {
            int length = png.getInt(at);
            int from = at + Integer.BYTES + CHUNK.length;
            if (length < 0 || length > picture.length - AROUND - at) {
                return Optional.empty();
            }
            if (Arrays.equals(picture, at + Integer.BYTES, from, CHUNK, 0, CHUNK.length)) {
                return Optional.of(turned(Arrays.copyOfRange(picture, from, from + length)));
            }
            at += AROUND + length;
        }
        return Optional.empty();
    }

    private static byte[] turned(byte[] bytes) {
        byte[] turned = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            turned[i] = (byte) ~bytes[i];
        }
        return turned;
    }
}

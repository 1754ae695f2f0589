package org.lianbing.attempt.work;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

import org.lianbing.attempt.WorkFileType;
import org.lianbing.base.Problem;

/**
 * What a file is and how large a picture it holds, by its structure; nothing is decoded. Sources: ISO/IEC 10918-1 (JPEG),
 * the PNG specification (W3C), "WebP Container Specification" (Google), ISO 32000-1 (PDF), ISO/IEC 23008-12 (HEIF).
 */
public final class WorkSigns {

    /** The longest side taken, in pixels. */
    public static final int LONGEST_SIDE = 16_000;

    /** What a marker's browser can still unpack. */
    public static final int MOST_PIXELS = 50_000_000;

    private static final Set<String> HEIF = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");
    private static final int LEAST = 32;
    private static final int PDF_END = 2048;

    private final ByteBuffer file;

    private WorkSigns(ByteBuffer file) {
        this.file = file;
    }

    /**
     * What was found.
     *
     * @param type what it is
     * @param width of a picture, in pixels; 0 for none
     * @param height likewise
     */
    public record Found(WorkFileType type, int width, int height) {}

    /**
     * Reads a whole file.
     *
     * @throws Problem invalid, where it is nothing that we take, or too many pixels
     */
    public static Found read(ByteBuffer bytes) {
        WorkSigns signs = new WorkSigns(bytes.duplicate().order(ByteOrder.BIG_ENDIAN));
        Found found = signs.found().orElseThrow(() -> Problem.invalid("attempt.work.type"));
        if (found.type().isPicture()) {
            demand(found);
        }
        return found;
    }

    private static void demand(Found found) {
        if (found.width() < 1 || found.height() < 1) {
            throw Problem.invalid("attempt.work.type");
        }
        if (Math.max(found.width(), found.height()) > LONGEST_SIDE
                || (long) found.width() * found.height() > MOST_PIXELS) {
            throw Problem.tooLarge("attempt.work.pixels", found.width(), found.height());
        }
    }

    private Optional<Found> found() {
        if (file.limit() < LEAST) {
            return Optional.empty();
        }
        if (has(0, "\u00ff\u00d8\u00ff")) {
            return jpeg();
        }
        if (has(0, "\u0089PNG\r\n\u001a\n") && has(12, "IHDR")) {
            return Optional.of(new Found(WorkFileType.PNG, file.getInt(16), file.getInt(20)));
        }
        if (has(0, "RIFF") && has(8, "WEBP")) {
            return webp();
        }
        if (has(0, "%PDF-1.") || has(0, "%PDF-2.")) {
            return pdfEnds() ? Optional.of(new Found(WorkFileType.PDF, 0, 0)) : Optional.empty();
        }
        if (has(4, "ftyp") && HEIF.contains(text(8, 4))) {
            throw Problem.invalid("attempt.work.heic");
        }
        return Optional.empty();
    }

    /** Walks from segment to segment as far as to the frame's head, which says the size. */
    private Optional<Found> jpeg() {
        int at = 2;
        while (at + 9 <= file.limit() && unsigned(at) == 0xff) {
            int marker = unsigned(at + 1);
            if (marker == 0xff) {
                at++;
            } else if (marker == 0x01 || marker >= 0xd0 && marker <= 0xd8) {
                at += 2;
            } else if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
                return Optional.of(new Found(WorkFileType.JPEG, unsignedShort(at + 7), unsignedShort(at + 5)));
            } else if (marker == 0xda || marker == 0xd9 || unsignedShort(at + 2) < 2) {
                return Optional.empty();
            } else {
                at += 2 + unsignedShort(at + 2);
            }
        }
        return Optional.empty();
    }

    private Optional<Found> webp() {
        return switch (text(12, 4)) {
            case "VP8 " ->
                has(23, "\u009d\u0001\u002a")
                        ? Optional.of(webp(littleEndian(26, 2) & 0x3fff, littleEndian(28, 2) & 0x3fff))
                        : Optional.empty();
            case "VP8L" -> {
                int bits = littleEndian(21, 4);
                yield unsigned(20) == 0x2f
                        ? Optional.of(webp((bits & 0x3fff) + 1, (bits >>> 14 & 0x3fff) + 1))
                        : Optional.empty();
            }
            case "VP8X" -> Optional.of(webp(littleEndian(24, 3) + 1, littleEndian(27, 3) + 1));
            default -> Optional.empty();
        };
    }

    private static Found webp(int width, int height) {
        return new Found(WorkFileType.WEBP, width, height);
    }

    /** A PDF that broke off on the way opens nowhere. */
    private boolean pdfEnds() {
        int from = Math.max(0, file.limit() - PDF_END);
        return text(from, file.limit() - from).contains("%%EOF");
    }

    private int unsigned(int at) {
        return file.get(at) & 0xff;
    }

    private int unsignedShort(int at) {
        return file.getShort(at) & 0xffff;
    }

    private int littleEndian(int at, int bytes) {
        int number = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            number = number << 8 | unsigned(at + i);
        }
        return number;
    }

    private boolean has(int at, String sign) {
        return text(at, sign.length()).equals(sign);
    }

    private String text(int at, int length) {
        byte[] bytes = new byte[Math.min(length, file.limit() - at)];
        file.get(at, bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}

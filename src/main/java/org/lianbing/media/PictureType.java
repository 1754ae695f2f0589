package org.lianbing.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The pictures that we take, by name, by content type and by their first bytes. */
public enum PictureType {
    SVG("image/svg+xml", "svg"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    WEBP("image/webp", "webp"),
    GIF("image/gif", "gif");

    private static final int HEAD = 512;

    private final String contentType;
    private final String[] endings;

    PictureType(String contentType, String... endings) {
        this.contentType = contentType;
        this.endings = endings;
    }

    public String contentType() {
        return contentType;
    }

    /** How a file of it is called, such as {@code jpg}. */
    public String ending() {
        return endings[0];
    }

    /** The picture that a content type names. */
    public static Optional<PictureType> ofContentType(String contentType) {
        return Arrays.stream(values())
                .filter(type -> type.contentType.equals(contentType))
                .findFirst();
    }

    /** What these bytes are, whatever their name says; what an SVG may hold is checked apart. */
    public static Optional<PictureType> of(byte[] bytes) {
        return Arrays.stream(values())
                .filter(type -> type == SVG ? looksDrawn(bytes) : type.fits(bytes))
                .findFirst();
    }

    private static boolean looksDrawn(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT)
                .contains("<svg");
    }

    /** The type that a file's name tells. */
    public static Optional<PictureType> ofFile(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> Arrays.asList(type.endings).contains(ending))
                .findFirst();
    }

    /** Whether the content begins as such a picture does. What an SVG may hold is checked apart. */
    boolean fits(byte[] bytes) {
        return switch (this) {
            case SVG -> true;
            case PNG -> starts(bytes, 0, "\u0089PNG\r\n");
            case JPEG -> starts(bytes, 0, "\u00ff\u00d8\u00ff");
            case WEBP -> starts(bytes, 0, "RIFF") && starts(bytes, 8, "WEBP");
            case GIF -> starts(bytes, 0, "GIF8");
        };
    }

    private static boolean starts(byte[] bytes, int at, String with) {
        byte[] wanted = with.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= at + wanted.length
                && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
    }
}

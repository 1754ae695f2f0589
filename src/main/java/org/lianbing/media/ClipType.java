package org.lianbing.media;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Sound and film that we take, each known by what is in it; browsers since Chrome 87 and Safari 14 play them. */
public enum ClipType {
    MP3("audio/mpeg", "mp3"),
    M4A("audio/mp4", "m4a"),
    AAC("audio/aac", "aac"),
    OGG("audio/ogg", "ogg"),
    WAV("audio/wav", "wav"),
    MP4("video/mp4", "mp4"),
    WEBM("video/webm", "webm");

    /** The largest clip taken, in bytes. */
    public static final int MOST = 20 * 1024 * 1024;

    private final String contentType;
    private final String ending;

    ClipType(String contentType, String ending) {
        this.contentType = contentType;
        this.ending = ending;
    }

    public String contentType() {
        return contentType;
    }

    /** How a file of it is called, such as {@code mp3}. */
    public String ending() {
        return ending;
    }

    public boolean isVideo() {
        return contentType.startsWith("video/");
    }

    /** The clip that a content type names. */
    public static Optional<ClipType> ofContentType(String contentType) {
        return Arrays.stream(values())
                .filter(type -> type.contentType.equals(contentType))
                .findFirst();
    }

    /** The clip that a file's name tells. */
    public static Optional<ClipType> ofFile(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.ending.equals(ending))
                .findFirst();
    }

    /** What these bytes are, whatever their name says; empty for none of these. */
    public static Optional<ClipType> of(byte[] bytes) {
        return ClipSigns.read(bytes);
    }
}

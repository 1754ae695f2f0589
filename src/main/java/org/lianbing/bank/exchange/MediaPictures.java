package org.lianbing.bank.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.lianbing.bank.exchange.format.Pictures;
import org.lianbing.bank.exchange.format.SafePicture;
import org.lianbing.base.Problem;
import org.lianbing.media.Media;
import org.lianbing.media.PictureType;

/** Pictures of a file into the media. */
final class MediaPictures implements Pictures {

    private static final int HEAD = 512;

    private final Media media;

    MediaPictures(Media media) {
        this.media = media;
    }

    @Override
    public String keep(String name, byte[] bytes) {
        SafePicture.size(bytes);
        String type = type(name, bytes);
        return "media:" + media.store(bytes, type).hash();
    }

    /** By its first bytes, whatever its name says. */
    private static String type(String name, byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u0089PNG")) {
            return PictureType.PNG.contentType();
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return PictureType.JPEG.contentType();
        }
        if (head.startsWith("GIF8")) {
            return PictureType.GIF.contentType();
        }
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return PictureType.WEBP.contentType();
        }
        if (head.toLowerCase(Locale.ROOT).contains("<svg")) {
            return PictureType.SVG.contentType();
        }
        throw Problem.invalid("exchange.picture-type", name);
    }
}

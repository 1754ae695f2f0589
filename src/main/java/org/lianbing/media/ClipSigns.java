package org.lianbing.media;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Tells sound and film by their structure. Containers are looked into as far as to what is in them: an MP4 with a codec
 * that browsers do not play, or a page with a few bytes of a film in front, is none of ours.
 */
final class ClipSigns {

    private static final int HEAD = 64;
    private static final int SEARCHED = 64 * 1024;
    private static final int ID3_HEAD = 10;
    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int EXTENSIBLE = 0xfffe;

    private ClipSigns() {}

    static Optional<ClipType> read(byte[] bytes) {
        if (bytes.length < HEAD) {
            return Optional.empty();
        }
        if (has(bytes, 4, "ftyp")) {
            return Mp4Boxes.read(bytes);
        }
        if (has(bytes, 0, "OggS")) {
            return only(ClipType.OGG, isOgg(bytes));
        }
        if (has(bytes, 0, "RIFF") && has(bytes, 8, "WAVE")) {
            return only(ClipType.WAV, isWave(bytes));
        }
        if (has(bytes, 0, "\u001a\u0045\u00df\u00a3")) {
            return only(ClipType.WEBM, isWebm(bytes));
        }
        int start = has(bytes, 0, "ID3") ? afterId3(bytes) : 0;
        if (MpegFrames.adts(bytes, start)) {
            return Optional.of(ClipType.AAC);
        }
        return only(ClipType.MP3, MpegFrames.mp3(bytes, start));
    }

    private static Optional<ClipType> only(ClipType type, boolean really) {
        return really ? Optional.of(type) : Optional.empty();
    }

    /** Opus or Vorbis in the first page; Theora film is not played any more. */
    private static boolean isOgg(byte[] bytes) {
        return find(bytes, "OpusHead", HEAD) || find(bytes, "\u0001vorbis", HEAD);
    }

    /** Samples as they are; other codecs in a RIFF file are not played everywhere. */
    private static boolean isWave(byte[] bytes) {
        int at = 12;
        while (at + 10 <= Math.min(bytes.length, SEARCHED)) {
            if (has(bytes, at, "fmt ")) {
                int format = (bytes[at + 8] & 0xff) | (bytes[at + 9] & 0xff) << 8;
                return format == PCM || format == FLOAT || format == EXTENSIBLE;
            }
            int size = littleEndian(bytes, at + 4);
            if (size < 0) {
                return false;
            }
            at += 8 + size + (size & 1);
        }
        return false;
    }

    private static boolean isWebm(byte[] bytes) {
        return find(bytes, "webm", HEAD)
                && (find(bytes, "V_VP8", SEARCHED) || find(bytes, "V_VP9", SEARCHED) || find(bytes, "V_AV1", SEARCHED));
    }

    /** Where sound begins behind an ID3v2 tag, whose size has seven bits a byte. */
    private static int afterId3(byte[] bytes) {
        int size = (bytes[6] & 0x7f) << 21 | (bytes[7] & 0x7f) << 14 | (bytes[8] & 0x7f) << 7 | (bytes[9] & 0x7f);
        boolean footer = (bytes[5] & 0x10) != 0;
        return ID3_HEAD + size + (footer ? ID3_HEAD : 0);
    }

    private static int littleEndian(byte[] bytes, int at) {
        return (bytes[at] & 0xff)
                | (bytes[at + 1] & 0xff) << 8
                | (bytes[at + 2] & 0xff) << 16
                | (bytes[at + 3] & 0xff) << 24;
    }

    static boolean has(byte[] bytes, int at, String sign) {
        if (at < 0 || at + sign.length() > bytes.length) {
            return false;
        }
        for (int i = 0; i < sign.length(); i++) {
            if ((bytes[at + i] & 0xff) != sign.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean find(byte[] bytes, String sign, int within) {
        String head = new String(bytes, 0, Math.min(bytes.length, within), StandardCharsets.ISO_8859_1);
        return head.contains(sign);
    }
}

package org.lianbing.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The boxes of an MP4 file (ISO/IEC 14496-12), as far as to the codecs of its tracks. */
final class Mp4Boxes {

    private static final int DEEPEST = 6;
    private static final List<String> WAY = List.of("moov", "trak", "mdia", "minf", "stbl");

    private final byte[] bytes;
    private final List<String> codecs = new ArrayList<>();

    private Mp4Boxes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A film in H.264, with sound in AAC or none; or sound in AAC alone. */
    static Optional<ClipType> read(byte[] bytes) {
        Mp4Boxes file = new Mp4Boxes(bytes);
        file.boxes(0, bytes.length, 0);
        boolean film = file.codecs.stream().anyMatch(codec -> codec.equals("avc1") || codec.equals("avc3"));
        boolean sound = file.codecs.contains("mp4a");
        boolean only = file.codecs.stream()
                .allMatch(codec ->
                        List.of("avc1", "avc3", "mp4a", "tx3g", "text", "tmcd").contains(codec));
        if (!only || ClipSigns.has(bytes, 8, "qt  ")) {
            return Optional.empty();
        }
        return film ? Optional.of(ClipType.MP4) : sound ? Optional.of(ClipType.M4A) : Optional.empty();
    }

    private void boxes(int from, int to, int depth) {
        int at = from;
        while (at + 8 <= to) {
            long size = number(at);
            int head = 8;
            if (size == 1 && at + 16 <= to) {
                size = number(at + 8) << 32 | number(at + 12);
                head = 16;
            } else if (size == 0) {
                size = (long) to - at;
            }
            if (size < head || size > (long) to - at) {
                return;
            }
            String type = name(at + 4);
            int end = at + (int) size;
            if (WAY.contains(type) && depth < DEEPEST) {
                boxes(at + head, end, depth + 1);
            } else if (type.equals("stsd")) {
                entries(at + head + 8, end);
            }
            at = end;
        }
    }

    /** Each description of samples is a box named by its codec. */
    private void entries(int from, int end) {
        long at = from;
        while (at + 8 <= end && number((int) at) >= 8) {
            codecs.add(name((int) at + 4));
            at += number((int) at);
        }
    }

    private long number(int at) {
        return (bytes[at] & 0xffL) << 24
                | (bytes[at + 1] & 0xffL) << 16
                | (bytes[at + 2] & 0xffL) << 8
                | (bytes[at + 3] & 0xffL);
    }

    private String name(int at) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            name.append((char) (bytes[at + i] & 0xff));
        }
        return name.toString();
    }
}

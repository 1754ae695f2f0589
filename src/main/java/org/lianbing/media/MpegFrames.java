package org.lianbing.media;

/** Frames of MPEG audio: one sync word may be chance, two in the right distance are not. ISO/IEC 11172-3, 13818-7. */
final class MpegFrames {

    /** Kilobits a second of layer III, by the index in the head: MPEG 1, then MPEG 2 and 2.5. */
    private static final int[][] RATES = {
        {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
        {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}
    };

    private static final int[] HERTZ = {44_100, 48_000, 32_000};

    /** How far behind a tag the first frame may lie: some writers leave room. */
    private static final int ROOM = 4_096;

    private MpegFrames() {}

    static boolean mp3(byte[] bytes, int from) {
        int last = (int) Math.min((long) from + ROOM, bytes.length - 4L);
        for (int at = Math.max(0, from); at <= last; at++) {
            int length = mp3Length(bytes, at);
            if (length > 0 && (at + length + 4 > bytes.length ? at == from : mp3Length(bytes, at + length) > 0)) {
                return true;
            }
            if (bytes[at] != 0 && length == 0) {
                return false;
            }
        }
        return false;
    }

    /** The length of a layer III frame in bytes; 0 where none begins. */
    private static int mp3Length(byte[] bytes, int at) {
        int second = bytes[at + 1] & 0xff;
        int version = second >> 3 & 3;
        int third = bytes[at + 2] & 0xff;
        int rate = third >> 4;
        int hertz = third >> 2 & 3;
        boolean head = (bytes[at] & 0xff) == 0xff && (second & 0xe0) == 0xe0 && version != 1 && (second >> 1 & 3) == 1;
        if (!head || rate == 0 || rate == 15 || hertz == 3) {
            return 0;
        }
        boolean first = version == 3;
        int slower = first ? 1 : version == 2 ? 2 : 4;
        int kilobits = RATES[first ? 0 : 1][rate];
        return (first ? 144 : 72) * kilobits * 1_000 / (HERTZ[hertz] / slower) + (third >> 1 & 1);
    }

    static boolean adts(byte[] bytes, int from) {
        int length = adtsLength(bytes, from);
        return length > 0 && adtsLength(bytes, from + length) > 0;
    }

    private static int adtsLength(byte[] bytes, int at) {
        if (at < 0 || at + 7 > bytes.length || (bytes[at] & 0xff) != 0xff || (bytes[at + 1] & 0xf6) != 0xf0) {
            return 0;
        }
        int length = (bytes[at + 3] & 3) << 11 | (bytes[at + 4] & 0xff) << 3 | (bytes[at + 5] & 0xff) >> 5;
        return length >= 7 ? length : 0;
    }
}

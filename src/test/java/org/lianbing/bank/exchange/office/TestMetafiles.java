package org.lianbing.bank.exchange.office;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Windows metafiles for tests, sound ones and others. */
public final class TestMetafiles {

    private static final int RED = 0x000000ff;
    private static final byte[] RECTANGLE = wmfRecord(0x041B, 100, 100, 0, 0);

    private TestMetafiles() {}

    /** With its head, and nothing sound behind that. */
    public static byte[] broken(byte[] metafile) {
        byte[] broken = metafile.clone();
        for (int at = 88; at < broken.length; at++) {
            broken[at] = (byte) 0xfe;
        }
        return broken;
    }

    /** A red rectangle ([MS-EMF]): head, brush, its choice, the rectangle, the end. */
    public static byte[] emf() {
        return emf(List.of(emfRecord(43, 0, 0, 100, 100)));
    }

    /** These records under a red brush. */
    private static byte[] emf(List<byte[]> records) {
        int length = records.stream().mapToInt(record -> record.length).sum();
        ByteBuffer out = little(88 + 24 + 12 + length + 20);
        out.putInt(1).putInt(88);
        ints(out, 0, 0, 100, 100, 0, 0, 2646, 2646, 0x464D4520, 0x10000, out.capacity(), 4 + records.size());
        out.putShort((short) 2).putShort((short) 0);
        ints(out, 0, 0, 0, 1920, 1080, 508, 286);
        out.put(emfRecord(39, 1, 0, RED, 0)).put(emfRecord(37, 1));
        records.forEach(out::put);
        out.put(emfRecord(14, 0, 16, 20));
        return out.array();
    }

    /** The same of older Windows ([MS-WMF]), with the head that says its size. */
    public static byte[] wmf() {
        return wmf(List.of(RECTANGLE));
    }

    private static byte[] wmf(List<byte[]> records) {
        int length = records.stream().mapToInt(record -> record.length).sum();
        ByteBuffer out = little(22 + 18 + 14 + 8 + length + 6);
        out.putInt(0x9AC6CDD7);
        shorts(out, 0, 0, 0, 100, 100, 96, 0, 0);
        int sum = 0;
        for (int at = 0; at < 20; at += 2) {
            sum ^= out.getShort(at);
        }
        shorts(out, sum);
        shorts(out, 1, 9, 0x0300);
        out.putInt((out.capacity() - 22) / 2);
        shorts(out, 1);
        out.putInt(7);
        shorts(out, 0);
        out.putInt(7);
        shorts(out, 0x02FC, 0);
        out.putInt(RED);
        shorts(out, 0);
        out.putInt(4);
        shorts(out, 0x012D, 0);
        records.forEach(out::put);
        out.putInt(3);
        shorts(out, 0);
        return out.array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void ints(ByteBuffer out, int... values) {
        for (int value : values) {
            out.putInt(value);
        }
    }

    private static void shorts(ByteBuffer out, int... values) {
        for (int value : values) {
            out.putShort((short) value);
        }
    }

    private static byte[] emfRecord(int kind, int... values) {
        ByteBuffer out = little(8 + 4 * values.length);
        ints(out, kind, out.capacity());
        ints(out, values);
        return out.array();
    }

    private static byte[] wmfRecord(int kind, int... values) {
        ByteBuffer out = little(6 + 2 * values.length);
        out.putInt(out.capacity() / 2);
        shorts(out, kind);
        shorts(out, values);
        return out.array();
    }

    /** Paints the whole paper very often. */
    public static byte[] slow() {
        return wmf(Collections.nCopies(50_000, RECTANGLE));
    }

    /** One line up and down, with more corners than the paper has points. */
    public static byte[] jagged() {
        int[] values = new int[1 + 2 * 15_000];
        values[0] = 15_000;
        for (int i = 0; i < 15_000; i++) {
            values[1 + 2 * i] = i % 100;
            values[2 + 2 * i] = i % 2 * 100;
        }
        return wmf(List.of(wmfRecord(0x0324, values)));
    }

    /** Claims a picture of 900 million pixels in few bytes ([MS-EMF] 2.3.1.7, STRETCHDIBITS). */
    public static byte[] emfOfManyPixels() {
        int[] values = new int[18 + 10 + 10];
        int[] head = {0, 0, 100, 100, 0, 0, 0, 0, 100, 100, 80, 40, 120, 40, 0, 0x00CC0020, 100, 100};
        System.arraycopy(head, 0, values, 0, head.length);
        System.arraycopy(bitmap(), 0, values, head.length, 10);
        return emf(List.of(emfRecord(43, 0, 0, 100, 100), emfRecord(81, values)));
    }

    /** The same of older Windows ([MS-WMF] 2.3.1.6, STRETCHDIB). */
    public static byte[] wmfOfManyPixels() {
        ByteBuffer bitmap = little(80);
        ints(bitmap, bitmap());
        int[] values = new int[11 + 40];
        Arrays.setAll(values, i -> i < 11 ? i == 1 ? 0x00CC : i > 2 ? 100 : 0x20 : bitmap.getShort(2 * (i - 11)));
        return wmf(List.of(RECTANGLE, wmfRecord(0x0F43, values)));
    }

    /** Eight bits a point, packed by repetition. */
    private static int[] bitmap() {
        return new int[] {40, 30_000, 30_000, 1 | 8 << 16, 1, 40, 0, 0, 0, 0};
    }

    /** Says nothing but in a comment, which could hold any drawing of another kind. */
    public static byte[] comment() {
        return emf(Collections.nCopies(1_000, emfRecord(70, 12, 0x2B464D45, 0, 0)));
    }

    /**
     * A rectangle, and a drawing of another kind in comments ([MS-EMFPLUS] 2.3.3.3).
     *
     * @param dual whether that says the same as all else
     */
    public static byte[] second(boolean dual) {
        return emf(List.of(
                emfRecord(70, 32, 0x2B464D45, 0x4001 | (dual ? 1 : 0) << 16, 28, 16, 0xDBC01002, 0, 96, 96),
                emfRecord(43, 0, 0, 100, 100)));
    }
}

package org.lianbing.bank.exchange.office;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A Windows metafile of a stranger, looked at record by record before a library takes it: how many there are, how large
 * what they say is, and how many pixels their pictures claim. Records that paint nothing there stay behind, among them
 * the second drawing (EMF+) that programs of today put into comments beside the first; where nothing is beside it, it is
 * too much to paint.
 *
 * @see <a href="https://learn.microsoft.com/openspecs/windows_protocols/ms-emf">[MS-EMF]</a>
 * @see <a href="https://learn.microsoft.com/openspecs/windows_protocols/ms-wmf">[MS-WMF]</a>
 */
final class SoundMetafile {

    private static final int MOST_RECORDS = 60_000;
    /** Of all records but those with pictures, in bytes. */
    private static final int MOST_DRAWN = 1 << 20;
    /** Of a text, a region or the way along which is cut, in bytes. */
    private static final int LONGEST = 16 * 1024;

    private static final long MOST_PIXELS = 6_000_000;
    private static final long LARGEST_PICTURE = 8 << 20;

    private static final int EMF_COMMENT = 70;
    /** "EMF+", and the record with which that begins ([MS-EMFPLUS] 2.3.3.3). */
    private static final int SECOND = 0x2B464D45;

    private static final int SECOND_BEGINS = 0x4001;
    private static final int EMF_PATH_BEGINS = 59;
    private static final int EMF_PATH_ENDS = 60;
    private static final int EMF_CUT_BY_PATH = 67;
    private static final Set<Integer> EMF_SHORT = Set.of(71, 72, 73, 74, 75, 83, 84, 96, 97, 108);
    /** Where a record says where its pictures lie, in bytes from its beginning. */
    private static final Map<Integer, int[]> EMF_PICTURES = Map.of(
            76, new int[] {84},
            77, new int[] {84},
            78, new int[] {84, 112},
            79, new int[] {96, 124},
            80, new int[] {48},
            81, new int[] {48},
            93, new int[] {16},
            94, new int[] {16},
            114, new int[] {84},
            116, new int[] {84});

    private static final int WMF_PLACEABLE = 22;
    private static final int WMF_HEAD = 18;
    private static final int WMF_ESCAPE = 0x0626;
    private static final Set<Integer> WMF_SHORT = Set.of(0x0521, 0x0A32, 0x06FF);
    /** Pictures as Windows 3.0 had them, for its own screens. */
    private static final Set<Integer> WMF_OF_DEVICE = Set.of(0x0922, 0x0B23, 0x01F9);
    /** Where a record holds its picture, in bytes from its beginning. */
    private static final Map<Integer, Integer> WMF_PICTURES =
            Map.of(0x0940, 22, 0x0B41, 26, 0x0F43, 28, 0x0D33, 24, 0x0142, 10);

    private static final int WMF_BRUSH = 0x0142;
    private static final int BRUSH_OF_DEVICE = 3;

    private final ByteBuffer file;
    private final ByteArrayOutputStream sound = new ByteArrayOutputStream();
    private int records;
    private int drawn;
    private int path;
    private int longestPath;
    private boolean inPath;
    private boolean cut;
    private long pixels;

    private SoundMetafile(byte[] file) {
        this.file = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** An EMF without what stays behind; empty where it is too much to paint. */
    static Optional<byte[]> ofEmf(byte[] file) {
        return new SoundMetafile(file).emf();
    }

    /** The same of a WMF. */
    static Optional<byte[]> ofWmf(byte[] file, boolean placeable) {
        return new SoundMetafile(file).wmf(placeable ? WMF_PLACEABLE + WMF_HEAD : WMF_HEAD);
    }

    private Optional<byte[]> emf() {
        int at = 0;
        while (at + 8 <= file.limit()) {
            int kind = file.getInt(at);
            int size = file.getInt(at + 4);
            if (size < 8 || size > file.limit() - at) {
                break;
            }
            if (kind == EMF_COMMENT) {
                if (drawsByCommentsOnly(at, size)) {
                    return Optional.empty();
                }
            } else {
                if (!bearableEmf(kind, at, size)) {
                    return Optional.empty();
                }
                sound.write(file.array(), at, size);
            }
            at += size;
        }
        return cut && longestPath > LONGEST ? Optional.empty() : Optional.of(sound.toByteArray());
    }

    /** Whether from here the second drawing alone says what is to be seen: no flag says that the first does so too. */
    private boolean drawsByCommentsOnly(int at, int size) {
        return size >= 20
                && file.getInt(at + 12) == SECOND
                && Short.toUnsignedInt(file.getShort(at + 16)) == SECOND_BEGINS
                && (file.getShort(at + 18) & 1) == 0;
    }

    private boolean bearableEmf(int kind, int at, int size) {
        int[] pictures = EMF_PICTURES.get(kind);
        if (!counted(size, pictures == null) || EMF_SHORT.contains(kind) && size > LONGEST) {
            return false;
        }
        path(kind, size);
        if (pictures != null) {
            for (int said : pictures) {
                if (said + 8 <= size && file.getInt(at + said + 4) != 0) {
                    int where = file.getInt(at + said);
                    if (where < 0 || where > size || !isBearable(at + where, at + size)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private void path(int kind, int size) {
        switch (kind) {
            case EMF_PATH_BEGINS -> {
                inPath = true;
                path = 0;
            }
            case EMF_PATH_ENDS -> inPath = false;
            case EMF_CUT_BY_PATH -> cut = true;
            default -> {
                path += inPath ? size : 0;
                longestPath = Math.max(longestPath, path);
            }
        }
    }

    private boolean counted(int size, boolean isDrawn) {
        drawn += isDrawn ? size : 0;
        return ++records <= MOST_RECORDS && drawn <= MOST_DRAWN;
    }

    private Optional<byte[]> wmf(int head) {
        if (file.limit() < head) {
            return Optional.empty();
        }
        sound.write(file.array(), 0, head);
        int at = head;
        while (at + 6 <= file.limit()) {
            long size = 2 * Integer.toUnsignedLong(file.getInt(at));
            int kind = Short.toUnsignedInt(file.getShort(at + 4));
            if (size < 6 || size > file.limit() - at) {
                break;
            }
            if (kind != WMF_ESCAPE) {
                if (!bearableWmf(kind, at, (int) size)) {
                    return Optional.empty();
                }
                sound.write(file.array(), at, (int) size);
            }
            at += (int) size;
        }
        return Optional.of(sound.toByteArray());
    }

    private boolean bearableWmf(int kind, int at, int size) {
        // The upper half of the kind says how long it is without a picture, but for the words of its head.
        boolean plain = size / 2 == (kind >> 8) + 3;
        Integer picture = plain ? null : WMF_PICTURES.get(kind);
        boolean ofDevice = WMF_OF_DEVICE.contains(kind) && (!plain || kind >> 8 < 2)
                || kind == WMF_BRUSH && size > 8 && file.getShort(at + 6) == BRUSH_OF_DEVICE;
        return !ofDevice
                && counted(size, picture == null)
                && !(WMF_SHORT.contains(kind) && size > LONGEST)
                && (picture == null || isBearable(at + picture, at + size));
    }

    /** A picture by its head ([MS-WMF] 2.2.2.3): its pixels, and that it holds no other file. */
    private boolean isBearable(int at, int end) {
        if (at + 16 > end) {
            return true;
        }
        boolean small = file.getInt(at) == 12;
        long width = small ? Short.toUnsignedInt(file.getShort(at + 4)) : Math.abs((long) file.getInt(at + 4));
        long height = small ? Short.toUnsignedInt(file.getShort(at + 6)) : Math.abs((long) file.getInt(at + 8));
        boolean sized = width <= MOST_PIXELS && height <= MOST_PIXELS && width * height <= MOST_PIXELS;
        pixels += sized ? width * height : 0;
        if (!sized || pixels > MOST_PIXELS) {
            return false;
        }
        if (small || at + 24 > end) {
            return true;
        }
        boolean jpegOrPng = file.getInt(at + 16) == 4 || file.getInt(at + 16) == 5;
        return !jpegOrPng && Integer.toUnsignedLong(file.getInt(at + 20)) <= LARGEST_PICTURE;
    }
}

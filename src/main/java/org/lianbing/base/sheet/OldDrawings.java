package org.lianbing.base.sheet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.lianbing.base.Problem;

/**
 * Weighs the drawings of an old Office file ([MS-ODRAW] 2.2.1), which its reader takes whole: each record becomes an
 * object, with room for all that it claims, and the packed metafiles among them are unpacked at once.
 */
final class OldDrawings {

    private static final long MOST_INFLATED = 8L << 20;
    private static final int MOST_METAFILES = 5_000;
    private static final int OF_RECORD = 120;
    private static final int OF_PROPERTY = 80;
    /** Of a byte that is unpacked: as it is kept, and as it is handed on. */
    private static final int OF_INFLATED = 3;

    private static final int HEAD = 8;
    private static final int PROPERTY = 6;
    private static final int COMPLEX = 0x8000;

    private static final int FIRST_ATOM = 0xF006;
    private static final int LAST_ATOM = 0xF122;
    private static final int STORE_ENTRY = 0xF007;
    private static final int STORE_ENTRY_HEAD = 36;
    private static final int PROPERTIES = 0xF00B;
    private static final int MORE_PROPERTIES = 0xF121;

    private static final int EMF = 0xF01A;
    private static final int PICT = 0xF01C;
    private static final int DIGEST = 16;
    /** Of a metafile: sizes, bounds, the kind of packing. */
    private static final int ABOUT = 34;

    private static final int PACKED_SIZE = 28;

    private final ByteBuffer drawings;
    private long weight;

    private OldDrawings(byte[] drawings) {
        this.drawings = ByteBuffer.wrap(drawings).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * What the records weigh as objects, in bytes, beside those they consist of.
     *
     * @throws Problem where one claims more than it has, or the metafiles become more than anybody draws
     */
    static long weight(byte[] drawings) {
        OldDrawings all = new OldDrawings(drawings);
        all.records();
        return all.weight + OF_INFLATED * inflated(drawings);
    }

    private void records() {
        int at = 0;
        while (at + HEAD <= drawings.limit()) {
            int about = Short.toUnsignedInt(drawings.getShort(at));
            int kind = Short.toUnsignedInt(drawings.getShort(at + 2));
            long length = Integer.toUnsignedLong(drawings.getInt(at + 4));
            int there = (int) Math.min(length, drawings.limit() - at - HEAD);
            weight += OF_RECORD;
            if (kind == PROPERTIES || kind >= MORE_PROPERTIES && kind <= LAST_ATOM) {
                properties(at + HEAD, Math.min(about >> 4, there / PROPERTY), there);
            } else if (kind >= EMF && kind <= PICT) {
                metafile(at, about, there);
            }
            boolean atom = kind >= FIRST_ATOM && kind <= LAST_ATOM;
            boolean container = !atom && ((about & 0xf) == 0xf || kind < FIRST_ATOM && kind >= 0xF000);
            // The entry of a picture holds its record behind a head of its own.
            at += HEAD + (container ? 0 : kind == STORE_ENTRY ? Math.min(there, STORE_ENTRY_HEAD) : there);
        }
    }

    private void properties(int from, int count, int length) {
        long claimed = 0;
        for (int i = 0; i < count; i++) {
            int at = from + i * PROPERTY;
            weight += OF_PROPERTY;
            if ((drawings.getShort(at) & COMPLEX) != 0) {
                claimed += Integer.toUnsignedLong(drawings.getInt(at + 2));
            }
        }
        // Lists are counted by some without their own head.
        if (claimed > length + (long) count * PROPERTY) {
            throw broken();
        }
    }

    private void metafile(int at, int about, int there) {
        int second = (about & 0x10) == 0 ? 0 : DIGEST;
        int size = at + HEAD + DIGEST + second + PACKED_SIZE;
        if (size + Integer.BYTES > drawings.limit() || Integer.toUnsignedLong(drawings.getInt(size)) > there) {
            throw broken();
        }
    }

    /** Metafiles are looked for at every place: whatever the records around them say, the reader could come to each. */
    private static long inflated(byte[] drawings) {
        long all = 0;
        int count = 0;
        Inflater inflater = new Inflater();
        try {
            for (int at = 0; at + HEAD + DIGEST + ABOUT < drawings.length; at++) {
                int kind = (drawings[at + 2] & 0xff) | (drawings[at + 3] & 0xff) << 8;
                if (kind >= EMF && kind <= PICT) {
                    int packed = at + HEAD + DIGEST + ABOUT;
                    // Some have a second digest.
                    all += Math.max(
                            inflated(inflater, drawings, packed, MOST_INFLATED - all),
                            inflated(inflater, drawings, packed + DIGEST, MOST_INFLATED - all));
                    if (all > MOST_INFLATED || ++count > MOST_METAFILES) {
                        throw Problem.tooLarge("exchange.file-swells");
                    }
                }
            }
            return all;
        } finally {
            inflater.end();
        }
    }

    private static long inflated(Inflater inflater, byte[] drawings, int from, long most) {
        if (from >= drawings.length) {
            return 0;
        }
        byte[] out = new byte[8192];
        long all = 0;
        inflater.reset();
        inflater.setInput(drawings, from, drawings.length - from);
        try {
            int came = inflater.inflate(out);
            while (came > 0 && all <= most) {
                all += came;
                came = inflater.inflate(out);
            }
            return all;
        } catch (DataFormatException end) {
            // No metafile, or one that is broken behind this.
            return all;
        }
    }

    private static Problem broken() {
        return Problem.invalid("exchange.file-broken");
    }
}

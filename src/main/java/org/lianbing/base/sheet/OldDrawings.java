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
final class OldDrawings implements AutoCloseable {

    private static final long MOST_INFLATED = 8L << 20;
    /** Of what is packed, however often one looks at it: much of it may unpack to nothing. */
    private static final long MOST_PACKED = 32L << 20;

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

    private final Inflater inflater = new Inflater();
    private final byte[] unpacked = new byte[8192];
    private ByteBuffer drawings = ByteBuffer.allocate(0);
    private long weight;
    private long inflated;
    private long packed;
    private int metafiles;

    /**
     * What the records of one sheet, or of all, weigh as objects, in bytes, beside those they consist of.
     *
     * @throws Problem where one claims more than it has, or the metafiles, with those weighed before, become more than
     *     anybody draws
     */
    long weight(byte[] records) {
        drawings = ByteBuffer.wrap(records).order(ByteOrder.LITTLE_ENDIAN);
        weight = 0;
        records();
        return weight + OF_INFLATED * inflated(records);
    }

    @Override
    public void close() {
        inflater.end();
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
    private long inflated(byte[] records) {
        long before = inflated;
        for (int at = 0; at + HEAD + DIGEST + ABOUT < records.length; at++) {
            int kind = (records[at + 2] & 0xff) | (records[at + 3] & 0xff) << 8;
            if (kind >= EMF && kind <= PICT) {
                int about = at + HEAD + DIGEST;
                // Some have a second digest.
                inflated += Math.max(inflatedBehind(about), inflatedBehind(about + DIGEST));
                if (inflated > MOST_INFLATED || packed > MOST_PACKED || ++metafiles > MOST_METAFILES) {
                    throw swells();
                }
            }
        }
        return inflated - before;
    }

    /** How much becomes of what is packed behind what is said about it; no more of it is looked at than that says. */
    private long inflatedBehind(int about) {
        int from = about + ABOUT;
        if (from >= drawings.limit()) {
            return 0;
        }
        long said = Integer.toUnsignedLong(drawings.getInt(about + PACKED_SIZE));
        long all = 0;
        inflater.reset();
        inflater.setInput(drawings.array(), from, (int) Math.min(said, drawings.limit() - from));
        try {
            int came = inflater.inflate(unpacked);
            while (came > 0 && inflated + all <= MOST_INFLATED) {
                all += came;
                came = inflater.inflate(unpacked);
            }
        } catch (DataFormatException end) {
            // No metafile, or one that is broken behind this.
        }
        packed += inflater.getBytesRead();
        return all;
    }

    private static Problem swells() {
        return Problem.tooLarge("exchange.file-swells");
    }

    private static Problem broken() {
        return Problem.invalid("exchange.file-broken");
    }
}

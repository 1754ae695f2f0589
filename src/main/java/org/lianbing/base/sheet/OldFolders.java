package org.lianbing.base.sheet;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

import org.lianbing.base.Problem;

/**
 * Looks at the list of folders and streams of an old Office file, before its reader takes that whole: it has a chain of
 * sectors, each of which could lead to one more ([MS-CFB] 2.3).
 */
final class OldFolders {

    /** Of the chain, in bytes: 128 an entry, of which a workbook has some dozen. */
    private static final int LONGEST = 512 * 1024;

    private static final int HEAD = 512;
    private static final int SHIFT = 30;
    private static final int FIRST_OF_FOLDERS = 48;
    private static final int FIRST_OF_MORE = 68;
    private static final int TABLES = 76;
    private static final int TABLES_IN_HEAD = 109;

    private final RandomAccessFile file;
    private final ByteBuffer head;
    private final int sector;

    private OldFolders(RandomAccessFile file, ByteBuffer head, int sector) {
        this.file = file;
        this.head = head;
        this.sector = sector;
    }

    /** Demands a list of a usual length. */
    static void check(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] head = new byte[HEAD];
            if (file.read(head) < HEAD) {
                throw broken();
            }
            ByteBuffer read = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
            int shift = read.getShort(SHIFT);
            if (shift != 9 && shift != 12) {
                throw broken();
            }
            new OldFolders(file, read, 1 << shift).demand();
        }
    }

    private void demand() throws IOException {
        int at = head.getInt(FIRST_OF_FOLDERS);
        for (int length = 0; at >= 0; length += sector) {
            if (length > LONGEST) {
                throw Problem.tooLarge("exchange.file-heavy");
            }
            at = after(at);
        }
    }

    /** The sector behind one in its chain; negative at its end. */
    private int after(int at) throws IOException {
        int each = sector / Integer.BYTES;
        int table = table(at / each);
        return table < 0 ? -1 : number(table, at % each);
    }

    /** Where the table of that number lies: the first are named in the head, the others in a chain of their own. */
    private int table(int number) throws IOException {
        if (number < TABLES_IN_HEAD) {
            return head.getInt(TABLES + number * Integer.BYTES);
        }
        int each = sector / Integer.BYTES - 1;
        int more = head.getInt(FIRST_OF_MORE);
        for (int left = (number - TABLES_IN_HEAD) / each; left > 0 && more >= 0; left--) {
            more = number(more, each);
        }
        return more < 0 ? -1 : number(more, (number - TABLES_IN_HEAD) % each);
    }

    private int number(int inSector, int place) throws IOException {
        long where = (inSector + 1L) * sector + (long) place * Integer.BYTES;
        if (where + Integer.BYTES > file.length()) {
            return -1;
        }
        file.seek(where);
        return Integer.reverseBytes(file.readInt());
    }

    private static Problem broken() {
        return Problem.invalid("exchange.file-broken");
    }
}

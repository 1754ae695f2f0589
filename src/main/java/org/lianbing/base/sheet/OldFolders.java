package org.lianbing.base.sheet;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
    /** How many sectors the file has behind its head. */
    private final long sectors;

    private final List<Integer> tables = new ArrayList<>();

    private OldFolders(RandomAccessFile file, ByteBuffer head, int sector) throws IOException {
        this.file = file;
        this.head = head;
        this.sector = sector;
        sectors = file.length() / sector;
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
        if (at >= 0) {
            readTables();
        }
        for (int length = 0; at >= 0; length += sector) {
            if (length > LONGEST) {
                throw Problem.tooLarge("exchange.file-heavy");
            }
            at = after(at);
        }
    }

    /** Where the tables of sectors lie: the first are named in the head, the others in a chain of their own. */
    private void readTables() throws IOException {
        int each = sector / Integer.BYTES;
        long needed = sectors / each + 1;
        for (int i = 0; i < TABLES_IN_HEAD && tables.size() < needed; i++) {
            tables.add(head.getInt(TABLES + i * Integer.BYTES));
        }
        int more = head.getInt(FIRST_OF_MORE);
        // Each sector of the chain names some more, so that one which leads back to itself ends here too.
        while (more >= 0 && tables.size() < needed) {
            for (int i = 0; i < each - 1; i++) {
                tables.add(number(more, i));
            }
            more = number(more, each - 1);
        }
    }

    /** The sector behind one in its chain; negative at its end. */
    private int after(int at) throws IOException {
        int each = sector / Integer.BYTES;
        if (at / each >= tables.size()) {
            throw broken();
        }
        int table = tables.get(at / each);
        return table < 0 ? -1 : number(table, at % each);
    }

    private int number(int inSector, int place) throws IOException {
        if (inSector >= sectors) {
            throw broken();
        }
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

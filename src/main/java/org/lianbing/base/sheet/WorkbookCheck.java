package org.lianbing.base.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

import org.lianbing.base.Problem;

/**
 * Looks at a file before it is read: whether it is an Excel workbook at all, and whether it would swell up. What a zip
 * archive says of its own sizes is not believed; everything is inflated once and counted, by the same means as it is read
 * afterwards.
 */
public final class WorkbookCheck {

    /** 20 MB is about 60,000 items. */
    public static final long LARGEST_FILE = 20L * 1024 * 1024;

    private static final long LARGEST_INFLATED = 400L * 1024 * 1024;
    /** Real sheets shrink to a tenth; a hundredth is what Apache POI takes for an attack. */
    private static final long MOST_SWELLING = 100;

    private static final long SMALL = 1024 * 1024;
    private static final int MOST_ENTRIES = 2_000;

    private WorkbookCheck() {}

    /** Demands a sound .xlsx of a size we take. */
    public static void check(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw Problem.tooLarge("exchange.file-too-large", LARGEST_FILE / 1024 / 1024);
            }
            checkKind(file);
            try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
                if (zip.getEntry("xl/workbook.xml") == null || zip.getEntry("[Content_Types].xml") == null) {
                    throw notExcel();
                }
                checkSize(zip);
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Problem.invalid("exchange.file-broken");
        }
    }

    private static void checkKind(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(8);
        }
        if (head.length == 0) {
            throw Problem.invalid("exchange.file-empty");
        }
        if (head.length == 8 && ReadableWorkbook.isOLE2Header(head)) {
            throw Problem.invalid("exchange.file-old-or-locked");
        }
        if (head.length < 8 || !ReadableWorkbook.isOOXMLZipHeader(head)) {
            throw notExcel();
        }
    }

    private static void checkSize(ZipFile zip) throws IOException {
        int count = 0;
        long total = 0;
        Enumeration<ZipArchiveEntry> entries = zip.getEntries();
        while (entries.hasMoreElements()) {
            ZipArchiveEntry entry = entries.nextElement();
            if (++count > MOST_ENTRIES) {
                throw Problem.invalid("exchange.file-swells");
            }
            try (Counted in = new Counted(zip.getInputStream(entry), entry.getCompressedSize(), total)) {
                SheetBounds.check(in);
                in.transferTo(OutputStream.nullOutputStream());
                total += in.inflated;
            }
        }
    }

    /** Counts what comes out of an entry. */
    private static final class Counted extends FilterInputStream {

        private final long packed;
        private final long before;
        private long inflated;

        Counted(InputStream in, long packed, long before) {
            super(in);
            this.packed = packed;
            this.before = before;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            inflated += Math.max(0, read);
            boolean swells = inflated > SMALL && inflated > MOST_SWELLING * Math.max(1, packed);
            if (swells || before + inflated > LARGEST_INFLATED) {
                throw Problem.invalid("exchange.file-swells");
            }
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }

    private static Problem notExcel() {
        return Problem.invalid("exchange.file-not-excel");
    }
}

package org.lianbing.base.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.dhatim.fastexcel.reader.ReadableWorkbook;

import org.lianbing.base.Problem;

/**
 * Looks at a file before it is read: whether it is an Excel workbook at all, and whether it would swell up. What a zip
 * archive says of its own sizes is not believed; everything is inflated once and counted.
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
            try (ZipFile zip = new ZipFile(file.toFile())) {
                if (zip.getEntry("xl/workbook.xml") == null || zip.getEntry("[Content_Types].xml") == null) {
                    throw notExcel();
                }
                checkSize(zip);
            }
        } catch (ZipException e) {
            throw Problem.invalid("exchange.file-broken");
        } catch (IOException e) {
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
        if (zip.size() > MOST_ENTRIES) {
            throw Problem.invalid("exchange.file-swells");
        }
        long total = 0;
        byte[] buffer = new byte[64 * 1024];
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            long inflated = 0;
            try (InputStream in = zip.getInputStream(entry)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    inflated += read;
                    boolean swells =
                            inflated > SMALL && inflated > MOST_SWELLING * Math.max(1, entry.getCompressedSize());
                    if (swells || total + inflated > LARGEST_INFLATED) {
                        throw Problem.invalid("exchange.file-swells");
                    }
                }
            }
            total += inflated;
        }
    }

    private static Problem notExcel() {
        return Problem.invalid("exchange.file-not-excel");
    }
}

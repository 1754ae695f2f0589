package org.lianbing.base.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

import org.lianbing.base.Problem;

/** Opens the .xls of Excel 97 to 2003. Its reader holds all of it, so that it is weighed before. */
public final class OldBooks {

    /** In bytes. */
    public static final long LARGEST = 20L << 20;

    private OldBooks() {}

    /** Whether a file of the old kind of Office holds a workbook; others hold texts, or what is locked. */
    public static boolean isWorkbook(Path file) throws IOException {
        OldFolders.check(file);
        try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true)) {
            for (Entry entry : files.getRoot()) {
                if (isBook(entry)) {
                    return true;
                }
            }
            return false;
        } catch (RuntimeException e) {
            // The library answers a broken chain of blocks with whatever its arithmetic throws.
            throw Problem.invalid("exchange.file-broken");
        }
    }

    /**
     * Opens a workbook; whoever closes it closes the file too.
     *
     * @throws Problem where it is too large, or would become so in memory
     * @throws RuntimeException of any kind, as its library answers a broken record
     */
    public static HSSFWorkbook open(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw Problem.tooLarge("exchange.file-too-large", LARGEST >> 20);
        }
        OldFolders.check(file);
        POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true);
        try {
            check(files.getRoot());
            return new HSSFWorkbook(files.getRoot(), false);
        } catch (IOException | RuntimeException e) {
            files.close();
            throw e;
        }
    }

    /** All that the reader could take for the workbook: it has several names for it. */
    private static void check(DirectoryNode root) throws IOException {
        for (Entry entry : root) {
            if (isBook(entry)) {
                OldBookWeight.check(root, (DocumentEntry) entry);
            }
        }
    }

    private static boolean isBook(Entry entry) {
        return entry instanceof DocumentEntry
                && (entry.getName().equalsIgnoreCase("Workbook")
                        || entry.getName().equalsIgnoreCase("Book"));
    }
}

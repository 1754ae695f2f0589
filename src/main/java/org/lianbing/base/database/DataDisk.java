package org.lianbing.base.database;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.lianbing.base.Problem;

/**
 * The disk on which the embedded database lies. A database whose disk is full takes nothing more, answers included; so
 * files, which can wait, are refused before that.
 */
public final class DataDisk {

    /** Kept free for what cannot wait, in bytes. */
    public static final long FLOOR = 512L * 1024 * 1024;

    private static final int RETRY_AFTER_SECONDS = 60;

    private static final Logger log = LoggerFactory.getLogger(DataDisk.class);

    private final LongSupplier free;
    private final AtomicBoolean low = new AtomicBoolean();

    /**
     * @param free the bytes that can still be written
     */
    public DataDisk(LongSupplier free) {
        this.free = free;
    }

    static DataDisk of(Path data) {
        return new DataDisk(data.toAbsolutePath().toFile()::getUsableSpace);
    }

    /**
     * Makes sure that a file may still come.
     *
     * @throws Problem unavailable, where less than the {@linkplain #FLOOR floor} is free
     */
    public void requireRoom() {
        long left = free.getAsLong();
        if (left < FLOOR) {
            if (!low.getAndSet(true)) {
                log.warn("No more files are taken: the disk of the data folder has {} MB free", left >> 20);
            }
            throw Problem.unavailable("base.disk-full").with("retryAfter", RETRY_AFTER_SECONDS);
        }
        if (low.getAndSet(false)) {
            log.info("Files are taken again: the disk of the data folder has {} MB free", left >> 20);
        }
    }
}

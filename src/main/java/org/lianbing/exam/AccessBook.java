package org.lianbing.exam;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import org.lianbing.exam.store.AccessTable;

/**
 * The access rules in force, in memory: they are looked at with every request of every candidate, and hardly ever
 * change. Every node reads them once a second, so that a decision made on another holds within a second or two.
 */
@Component
class AccessBook {

    private static final Logger LOG = LoggerFactory.getLogger(AccessBook.class);

    private final AccessTable rows;
    private volatile @Nullable Map<ExamId, AccessTable.Entry> entries;

    AccessBook(AccessTable rows) {
        this.rows = rows;
    }

    /** What is in force; empty where no exam asks for anything. */
    Map<ExamId, AccessTable.Entry> inForce() {
        Map<ExamId, AccessTable.Entry> known = entries;
        return known == null ? read() : known;
    }

    /** Reads anew, after a decision made here. */
    Map<ExamId, AccessTable.Entry> read() {
        Map<ExamId, AccessTable.Entry> read = rows.inForce();
        entries = read;
        return read;
    }

    @Scheduled(fixedRate = 1000)
    void look() {
        try {
            read();
        } catch (RuntimeException e) {
            LOG.warn("Access rules could not be read; trying again in a second", e);
        }
    }
}

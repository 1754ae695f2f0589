package org.lianbing.bank.exchange;

/** Whether an import can be worked on. */
public enum ImportStatus {
    /** Its file is being read. */
    READING,
    /** All rows are there. */
    OPEN,
    /** Reading ended before the file did; it can be started again or thrown away. */
    BROKEN
}

package org.lianbing.bank.call;

/** What became of a report: waits, mended in a version, or the item stays as it is for a reason. */
public enum ReportState {
    OPEN,
    FIXED,
    KEPT
}

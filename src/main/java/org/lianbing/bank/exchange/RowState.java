package org.lianbing.bank.exchange;

import java.util.List;

/** Where a row of an import stands. */
public enum RowState {
    /** It can be committed. */
    READY,
    /** Something must be mended first. */
    FAULTY,
    /** The same item stands in this file or in the bank; a person may say that it is none. */
    DUPLICATE,
    /** A person said that it is no item. */
    SKIPPED,
    /** It became a draft. */
    COMMITTED;

    /** Derives the state from what is known of a row that was not committed. */
    static RowState of(List<ImportProblem> problems, boolean duplicate, boolean kept, boolean skipped) {
        if (skipped) {
            return SKIPPED;
        }
        if (problems.stream().anyMatch(ImportProblem::blocks)) {
            return FAULTY;
        }
        return duplicate && !kept ? DUPLICATE : READY;
    }
}

package org.lianbing.bank.exchange;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Where a row of an import stands. */
public enum RowState {
    /** It can be committed. */
    READY,
    /** It can once a person agrees to what was guessed. */
    GUESSED,
    /** Something must be mended first. */
    FAULTY,
    /** The same item stands in this file or in the bank; a person may say that it is none. */
    DUPLICATE,
    /** It came with a former upload of this file and says what its item says. */
    KNOWN,
    /** A person said that it is no item. */
    SKIPPED,
    /** It became a draft. */
    COMMITTED;

    /** Those that wait for a person. */
    public static final Set<RowState> WAITING = Collections.unmodifiableSet(EnumSet.of(FAULTY, GUESSED, DUPLICATE));

    /** Derives the state of a row that was neither skipped nor committed. */
    static RowState of(List<ImportProblem> problems, boolean confirmed, boolean duplicate) {
        if (problems.stream().anyMatch(ImportProblem::blocks)) {
            return FAULTY;
        }
        if (duplicate) {
            return DUPLICATE;
        }
        return confirmed || problems.stream().noneMatch(ImportProblem::guesses) ? READY : GUESSED;
    }
}

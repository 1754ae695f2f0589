package org.lianbing.attempt.journal;

import java.util.Locale;

/** What became of a step. */
public sealed interface StepOutcome {

    /** It is committed, now or before. */
    record Saved() implements StepOutcome {}

    /** It is not taken, and sending it again will not change that. */
    record Refused(Reason reason) implements StepOutcome {}

    /** Whether it was committed is not known; the same step may be sent again. */
    record Unknown() implements StepOutcome {}

    /** Why a step is not taken. */
    enum Reason {
        /** After deadline and grace. */
        LATE,
        /** While the clock stands; the same step may be sent again when it runs. */
        PAUSED,
        /** Another device took over. */
        SUPERSEDED,
        HANDED_IN,
        /** The slot was checked, its key shown. */
        LOCKED,
        /** The value does not fit the slot. */
        INVALID,
        /** The number was used for another payload. */
        CONFLICT;

        /** The name in the API. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}

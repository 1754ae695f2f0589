package org.lianbing.attempt;

import java.time.Instant;
import java.util.Locale;

/**
 * A step that does not count but is kept for the organizer to see.
 *
 * @param slot which slot of the form, in base order
 * @param epoch of the device that sent it, from 1
 * @param receivedAt when it reached the server
 * @param reason why it does not count
 */
public record SetAsideStep(int slot, int epoch, Instant receivedAt, Reason reason) {

    /** Why a step does not count. */
    public enum Reason {
        /** After deadline and grace. */
        LATE,
        /** From a device that another had taken over from. */
        SUPERSEDED;

        /** Reads the word of the journal. */
        public static Reason of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}

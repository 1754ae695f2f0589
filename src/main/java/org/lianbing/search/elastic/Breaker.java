package org.lianbing.search.elastic;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps callers from waiting for what does not answer: after some failures in a row nobody asks for a while, then one at
 * a time tries again. Forty lines of our own, since the usual library brings the runtime of another language.
 */
final class Breaker {

    private static final int FAILURES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Clock clock;
    private int failures;
    private Instant askAgain = Instant.EPOCH;

    Breaker(Clock clock) {
        this.clock = clock;
    }

    /** Whether one may ask now. Who asks says afterwards how it went. */
    synchronized boolean admits() {
        if (failures < FAILURES) {
            return true;
        }
        Instant now = clock.instant();
        if (now.isBefore(askAgain)) {
            return false;
        }
        askAgain = now.plus(PAUSE);
        return true;
    }

    synchronized void answered() {
        failures = 0;
    }

    synchronized void failed() {
        failures++;
        askAgain = clock.instant().plus(PAUSE);
    }

    synchronized boolean open() {
        return failures >= FAILURES;
    }
}

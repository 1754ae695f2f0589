package org.lianbing.base.database;

import java.time.Clock;
import java.time.Duration;

import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.lianbing.base.SteadyClock;

/** For tests: what a node finds out whose clock is off. */
@Component
public class SteppedDatabaseClock {

    private final JdbcClient jdbc;
    private final Clock clock;

    SteppedDatabaseClock(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Ahead by that much, or behind. */
    public DatabaseClock steppedBy(Duration step) {
        return of(SteadyClock.of(() -> clock.instant().plus(step)));
    }

    /** What a node finds out that goes by this clock and has its database on the same machine. */
    public DatabaseClock of(SteadyClock steady) {
        return new DatabaseClock(jdbc, steady, true);
    }

    /** What a node finds out that goes by this clock and has its database elsewhere. */
    public DatabaseClock elsewhere(SteadyClock steady) {
        return new DatabaseClock(jdbc, steady, false);
    }

    /** What its health says. */
    public Health healthSteppedBy(Duration step) {
        return health(SteadyClock.of(() -> clock.instant().plus(step)));
    }

    /** What the health of a node says that goes by this clock. */
    public Health health(SteadyClock steady) {
        return new ClockHealth(of(steady)).health();
    }
}

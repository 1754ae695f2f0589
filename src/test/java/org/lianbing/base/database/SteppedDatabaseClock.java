package org.lianbing.base.database;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;

import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

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
        InstantSource stepped = () -> clock.instant().plus(step);
        return new DatabaseClock(jdbc, stepped.withZone(ZoneOffset.UTC));
    }

    /** What its health says. */
    public Health healthSteppedBy(Duration step) {
        return new ClockHealth(steppedBy(step)).health();
    }
}

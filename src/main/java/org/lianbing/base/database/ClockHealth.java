package org.lianbing.base.database;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** A node whose clock is off its database's, is not ready: {@code clock} under {@code /actuator/health}. */
@Component("clockHealthIndicator")
class ClockHealth implements HealthIndicator {

    private final DatabaseClock clock;

    ClockHealth(DatabaseClock clock) {
        this.clock = clock;
    }

    @Override
    public Health health() {
        try {
            return clock.agrees()
                    ? Health.up().build()
                    : Health.outOfService()
                            .withDetail("off", "more than %d ms".formatted(DatabaseClock.MOST.toMillis()))
                            .build();
        } catch (DataAccessException silent) {
            // The database's own indicator says so.
            return Health.unknown().build();
        }
    }
}

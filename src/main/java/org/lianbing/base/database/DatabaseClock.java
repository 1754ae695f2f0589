package org.lianbing.base.database;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.lianbing.base.SteadyClock;

/**
 * How far this node's clock is off the clock of its database, which all nodes share. Deadlines are decided by the node
 * that a request reaches; a node that is off would take from one what it gives to another.
 */
@Component
public class DatabaseClock {

    /** More than two machines that keep time by the network are apart; less than anybody could make use of. */
    static final Duration MOST = Duration.ofMillis(250);

    private static final Logger log = LoggerFactory.getLogger(DatabaseClock.class);

    private final JdbcClient jdbc;
    private final SteadyClock clock;

    DatabaseClock(JdbcClient jdbc, SteadyClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Whether the two agree, or did until the clock of the machine that both run on was set: time goes on here as it
     * did, and that is the right one.
     *
     * @throws DataAccessException where the database does not answer
     */
    public boolean agrees() {
        Duration off = off();
        if (off.compareTo(MOST) <= 0) {
            return true;
        }
        log.error("This node's clock is {} ms off its database's", off.toMillis());
        Optional<Duration> step = clock.step();
        return step.isPresent() && off(step.get()).compareTo(MOST) <= 0;
    }

    /** Whether they agree and nobody has set this machine's clock: somebody should look. */
    boolean isEven() {
        return clock.step().isEmpty() && agrees();
    }

    /** How far they are apart at the least: what the question took may lie on either side of the answer. */
    Duration off() {
        return off(Duration.ZERO);
    }

    private Duration off(Duration step) {
        Instant asked = clock.instant().plus(step);
        long before = System.nanoTime();
        Instant there = jdbc.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        Duration apart = Duration.between(asked.plus(took.dividedBy(2)), there).abs();
        Duration certain = apart.minus(took.dividedBy(2));
        return certain.isNegative() ? Duration.ZERO : certain;
    }
}

package org.lianbing.base.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

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
    private final Clock clock;

    DatabaseClock(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Whether the two agree.
     *
     * @throws DataAccessException where the database does not answer
     */
    public boolean agrees() {
        Duration off = off();
        if (off.compareTo(MOST) > 0) {
            log.error("This node's clock is {} ms off its database's", off.toMillis());
            return false;
        }
        return true;
    }

    /** How far they are apart at the least: what the question took may lie on either side of the answer. */
    Duration off() {
        Instant asked = clock.instant();
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

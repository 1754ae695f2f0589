package org.lianbing.base.database;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
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
    private final boolean onThisMachine;

    /**
     * @param database a PostgreSQL server of its own; empty where it is embedded, and its clock that of this machine
     */
    @Autowired
    DatabaseClock(JdbcClient jdbc, SteadyClock clock, @Value("${spring.datasource.url:}") String database) {
        this(jdbc, clock, database.isBlank());
    }

    DatabaseClock(JdbcClient jdbc, SteadyClock clock, boolean onThisMachine) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.onThisMachine = onThisMachine;
    }

    /**
     * Whether the two agree, or did until the clock of the machine was set that both go by: time goes on here as it did,
     * and that is the right one.
     *
     * @throws DataAccessException where the database does not answer
     */
    public boolean agrees() {
        Duration off = off();
        if (off.compareTo(MOST) <= 0 || (onThisMachine && isWithTheMachine())) {
            return true;
        }
        log.error("This node's clock is {} ms off its database's", off.toMillis());
        return false;
    }

    /**
     * Follows a machine whose clock was set, where that can only be right: a database elsewhere says the same, or it
     * harms nobody.
     *
     * @param harmful whether somebody is at work whose time would jump; asked where only this machine knows
     */
    public void followWhereRight(BooleanSupplier harmful) {
        if (isWithTheMachine() && (!onThisMachine || !harmful.getAsBoolean())) {
            clock.follow();
        }
    }

    private boolean isWithTheMachine() {
        Optional<Duration> step = clock.step();
        return step.isPresent() && off(step.get()).compareTo(MOST) <= 0;
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

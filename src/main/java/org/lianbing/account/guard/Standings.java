package org.lianbing.account.guard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import org.lianbing.account.store.StandingRows;
import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;

/**
 * Who may act, held in memory because every request asks. The database is polled twice a second for what other nodes
 * changed; what this node changes is read again at once after the commit.
 */
@Component
public class Standings implements SmartLifecycle {

    /**
     * One person's standing.
     *
     * @param actor who they are when they act
     * @param active whether they may act at all
     * @param generation what a session or token must have been made under
     */
    public record Standing(Actor actor, boolean active, int generation, long changeNumber) {

        /** Whether something made under this generation may act. */
        public boolean admits(int madeUnder) {
            return active && generation == madeUnder;
        }
    }

    private static final Logger log = LoggerFactory.getLogger(Standings.class);
    private static final Duration POLL = Duration.ofMillis(500);
    /** Without news for so long, memory is not trusted any more. */
    private static final Duration STALE = Duration.ofSeconds(5);

    private static final long MOST_PEOPLE = 200_000;

    private final StandingRows rows;
    private final OpenSessions sessions;
    private final Clock clock;
    private final boolean demoMayAct;
    private final Cache<PersonId, Standing> known =
            Caffeine.newBuilder().maximumSize(MOST_PEOPLE).build();
    private final AtomicLong seen = new AtomicLong(-1);
    private volatile Instant lastNews = Instant.EPOCH;
    private @Nullable ScheduledExecutorService poller;

    Standings(StandingRows rows, OpenSessions sessions, Clock clock, Environment environment) {
        this.rows = rows;
        this.sessions = sessions;
        this.clock = clock;
        this.demoMayAct = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /** The person's standing, at most a second old; empty where there is no such person. */
    public Optional<Standing> find(PersonId person) {
        if (lastNews.plus(STALE).isBefore(clock.instant())) {
            return load(person);
        }
        Standing standing = known.getIfPresent(person);
        return standing == null ? load(person) : Optional.of(standing);
    }

    /** Reads the person again as soon as the running transaction has committed, or now if there is none. */
    public void refreshAfterCommit(PersonId person) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            load(person);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                known.invalidate(person);
                if (status == STATUS_COMMITTED && sessions.count(person) > 0) {
                    // The connection is back in the pool only after this callback: read on another thread.
                    Thread.startVirtualThread(() -> load(person));
                }
            }
        });
    }

    @Override
    public synchronized void start() {
        seen.set(rows.newestChange());
        lastNews = clock.instant();
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("standings").daemon().factory());
        executor.scheduleWithFixedDelay(this::poll, POLL.toMillis(), POLL.toMillis(), TimeUnit.MILLISECONDS);
        poller = executor;
    }

    @Override
    public synchronized void stop() {
        if (poller != null) {
            poller.shutdownNow();
            poller = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return poller != null;
    }

    private void poll() {
        try {
            Instant asked = clock.instant();
            long newest = rows.newestChange();
            long before = seen.get();
            if (newest > before) {
                // All of them, also those nobody asked for yet: one may just be on its way into memory, read too early.
                rows.find(rows.changedAfter(before)).forEach(this::keep);
                seen.set(newest);
            }
            lastNews = asked;
        } catch (DataAccessException e) {
            log.warn("The database did not say who may act; asking again. {}", e.getMessage());
        } catch (RuntimeException e) {
            log.error("Polling who may act went wrong; asking again.", e);
        }
    }

    private Optional<Standing> load(PersonId person) {
        return rows.find(List.of(person)).stream().findFirst().map(this::keep);
    }

    /** The newer of what is known and what was read wins, whichever order they arrive in. */
    private Standing keep(StandingRows.Row row) {
        Standing read = new Standing(
                row.actor(), row.active() && (!row.demo() || demoMayAct), row.generation(), row.changeNumber());
        PersonId person = row.actor().person();
        Standing kept = known.asMap()
                .merge(person, read, (old, fresh) -> fresh.changeNumber() >= old.changeNumber() ? fresh : old);
        if (sessions.count(person) > 0) {
            sessions.endOthers(person, kept.active() ? kept.generation() : Integer.MIN_VALUE);
        }
        return kept;
    }
}

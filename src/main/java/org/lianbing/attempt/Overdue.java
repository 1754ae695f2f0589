package org.lianbing.attempt;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.CannotCreateTransactionException;

import org.lianbing.attempt.journal.ResponseJournal;
import org.lianbing.base.SteadyClock;
import org.lianbing.base.database.DatabaseClock;

/**
 * Looks every second for attempts whose time is over. It works from what stands in the database alone, so that a server
 * that was down over a deadline closes them when it is back, as if it had been up. Every node may run it.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Overdue {

    private static final Logger LOG = LoggerFactory.getLogger(Overdue.class);
    private static final int LANES = 2;

    private final Endings endings;
    private final ResponseJournal journal;
    private final DatabaseClock shared;
    private final SteadyClock clock;

    Overdue(Endings endings, ResponseJournal journal, DatabaseClock shared, SteadyClock clock) {
        this.endings = endings;
        this.journal = journal;
        this.shared = shared;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${lianbing.attempt.sweep:1s}", initialDelayString = "${lianbing.attempt.sweep:1s}")
    void sweepOften() {
        try {
            sweep();
        } catch (DataAccessResourceFailureException | CannotCreateTransactionException away) {
            LOG.warn("Overdue attempts wait for the database: {}", away.getMessage());
        }
    }

    void sweep() {
        shared.followWhereRight(endings::isAnybodyAgainstTheClock);
        // A clock that jumped ahead would close what still runs, and nothing could open it again.
        if (!shared.agrees()) {
            return;
        }
        int closed = 0;
        for (int n = -1; n != 0; ) {
            n = endings.closeOverdue(journal.decidedUntil(clock.instant()));
            closed += n;
        }
        int first = endings.scoreUnscored(clock.instant());
        int scored = first == 0 ? 0 : first + scoreInLanes();
        if (closed + scored > 0) {
            LOG.info("Closed {} overdue attempts, scored {}", closed, scored);
        }
    }

    /** While one batch is written the next is worked out. Each lane holds attempts of its own. */
    private int scoreInLanes() {
        try (ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor()) {
            int scored = 0;
            for (Future<Integer> lane :
                    lanes.invokeAll(Collections.<Callable<Integer>>nCopies(LANES, this::scoreRest))) {
                scored += lane.get();
            }
            return scored;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        }
    }

    private int scoreRest() {
        int scored = 0;
        for (int n = -1; n != 0; ) {
            n = endings.scoreUnscored(clock.instant());
            scored += n;
        }
        return scored;
    }
}

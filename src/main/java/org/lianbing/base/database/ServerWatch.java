package org.lianbing.base.database;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.lianbing.base.start.StartRefused;

/**
 * Looks whether the server lives, and starts it again on its port where it does not: somebody killed it, the system ran
 * out of memory, or it gave up because its disk was full. PostgreSQL itself only replaces what its first process has
 * started. Tries until it runs or the application ends.
 */
final class ServerWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ServerWatch.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final PostgresPrograms programs;
    private final Leftovers leftovers;
    private final int port;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    private ServerWatch(PostgresPrograms programs, Leftovers leftovers, int port) {
        this.programs = programs;
        this.leftovers = leftovers;
        this.port = port;
        this.thread = Thread.ofPlatform().name("database-watch").daemon().unstarted(this::watch);
    }

    static ServerWatch begin(PostgresPrograms programs, Leftovers leftovers, int port) {
        ServerWatch watch = new ServerWatch(programs, leftovers, port);
        watch.thread.start();
        return watch;
    }

    private void watch() {
        try {
            while (!closes(LOOK_EVERY)) {
                if (!lives()) {
                    log.error("The embedded database has ended by itself; starting it again");
                    startAgain();
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** What cannot be looked at is left alone. */
    private boolean lives() {
        try {
            return leftovers.serverLives();
        } catch (IOException e) {
            log.warn("Whether the embedded database lives cannot be told", e);
            return true;
        }
    }

    private void startAgain() throws InterruptedException {
        Duration pause = LOOK_EVERY;
        while (!start()) {
            if (closes(pause)) {
                return;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
        log.info("The embedded database runs again");
    }

    private boolean start() {
        try {
            leftovers.endFatherless();
            if (programs.start(port)) {
                return true;
            }
            log.error(
                    "The embedded database does not start: {}",
                    programs.didNotStart().getMessage());
        } catch (IOException | StartRefused e) {
            log.error("The embedded database does not start", e);
        }
        return false;
    }

    private boolean closes(Duration within) throws InterruptedException {
        return closing.await(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** From now on an end is meant. */
    @Override
    public void close() {
        closing.countDown();
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

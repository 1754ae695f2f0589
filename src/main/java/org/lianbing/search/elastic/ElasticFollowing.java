package org.lianbing.search.elastic;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Lets the follower take a step after every write on this node, and twice a second for what others wrote. */
final class ElasticFollowing implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ElasticFollowing.class);
    private static final long POLL_MILLIS = 500;

    private final ElasticFollower follower;
    private final BlockingQueue<Boolean> news = new ArrayBlockingQueue<>(1);
    private @Nullable Thread thread;
    private volatile boolean stopped;

    ElasticFollowing(ElasticFollower follower) {
        this.follower = follower;
    }

    /** Something was written. */
    void wake() {
        news.offer(true);
    }

    @Override
    public synchronized void start() {
        stopped = false;
        thread = Thread.ofPlatform().name("search-follower").daemon().start(this::run);
    }

    private void run() {
        while (!stopped) {
            try {
                follower.step();
            } catch (DataAccessException | TransactionException e) {
                if (stopped) {
                    return;
                }
                LOG.warn("The search index cannot follow while the database does not answer. {}", e.getMessage());
            } catch (RuntimeException e) {
                if (stopped) {
                    return;
                }
                LOG.error("Following went wrong; trying again.", e);
            }
            try {
                news.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public synchronized void stop() {
        stopped = true;
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}

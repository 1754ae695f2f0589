package org.lianbing.base;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs something long on a thread of its own, never twice at once. What is scheduled with a fixed delay shares one thread
 * with all that is, and would hold it up.
 */
public final class OwnThread implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 2;

    private final ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile boolean ending;

    /** Begins with it, unless the last one goes on still. */
    public void run(Runnable work) {
        if (!ending && busy.compareAndSet(false, true)) {
            thread.execute(() -> {
                try {
                    work.run();
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    /** Whether the application ends: whoever works in steps takes no further one. */
    public boolean isEnding() {
        return ending;
    }

    /** Waits for the step that is at work, if it is a short one. */
    @Override
    public void close() {
        ending = true;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

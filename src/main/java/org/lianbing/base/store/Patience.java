package org.lianbing.base.store;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits for answers, but not for ever. A timer for each of ten thousand a second is set and taken back ten thousand
 * times a second for nothing; here one thread looks at all that wait, a few times a second, and ends what waits too long.
 */
public final class Patience {

    private static final Duration LOOK = Duration.ofMillis(250);

    private record Waiting(long since, CompletableFuture<?> answer) {}

    private final Duration longest;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("patience").daemon().factory());

    /**
     * @param longest how long an answer may take, to a quarter of a second
     */
    public Patience(Duration longest) {
        this.longest = longest;
    }

    /** Begins to look. */
    public void start() {
        watch.scheduleWithFixedDelay(() -> giveUp(longest), LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends; whoever waits still is told that the answer takes too long. */
    public void finish() {
        watch.shutdownNow();
        giveUp(Duration.ZERO);
    }

    /**
     * Waits for an answer. One that takes too long is completed with a {@link TimeoutException}: whoever was to give it
     * sees that nobody waits for it any more.
     *
     * @param <A> what is answered
     */
    public <A> A await(CompletableFuture<A> answer) throws InterruptedException, ExecutionException {
        if (!answer.isDone()) {
            waiting.add(new Waiting(System.nanoTime(), answer));
            // Whoever comes when it has finished is seen by nobody else.
            if (watch.isShutdown()) {
                giveUp(Duration.ZERO);
            }
        }
        return answer.get();
    }

    private void giveUp(Duration after) {
        long now = System.nanoTime();
        waiting.removeIf(one -> {
            if (now - one.since() >= after.toNanos()) {
                one.answer().completeExceptionally(new TimeoutException());
            }
            return one.answer().isDone();
        });
    }
}

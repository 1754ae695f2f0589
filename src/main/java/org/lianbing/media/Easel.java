package org.lianbing.media;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.lianbing.base.Problem;

/**
 * Where what strangers drew is painted: in a thread of its own, since nothing can end a library that goes on and on. It
 * keeps its place here until it ends, so that two at most do.
 */
public final class Easel {

    private static final Semaphore PLACES = new Semaphore(2);

    private Easel() {}

    /**
     * Paints; empty where that fails, or is not done in time.
     *
     * @param name of what is painted, for the thread
     * @param queue how long to wait for a place
     * @param patience how long to wait for the painting
     * @throws Problem where there is no place: nothing is known of what was to be painted
     */
    public static <T> Optional<T> paint(String name, Duration queue, Duration patience, Supplier<T> painting) {
        try {
            if (!PLACES.tryAcquire(queue.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
            CompletableFuture<T> done = new CompletableFuture<>();
            Thread.ofPlatform().daemon().name(name).start(() -> {
                try {
                    done.complete(painting.get());
                } catch (Throwable e) {
                    // Of any kind: a broken value, a deep nesting, a machine without any font.
                    done.completeExceptionally(e);
                } finally {
                    PLACES.release();
                }
            });
            return Optional.of(done.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        }
    }

    private static Problem busy() {
        return Problem.unavailable("media.painting-busy");
    }
}

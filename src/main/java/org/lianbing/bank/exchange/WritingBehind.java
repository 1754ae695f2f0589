package org.lianbing.bank.exchange;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;

/** Writes one part while the next is read. No more than one waits, so that memory does not grow with the file. */
final class WritingBehind implements AutoCloseable {

    private final ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable CompletableFuture<Void> last;

    /**
     * Waits for the part before, then begins with this one.
     *
     * @throws RuntimeException what went wrong with the part before
     */
    void write(Runnable part) {
        end();
        last = CompletableFuture.runAsync(part, thread);
    }

    /**
     * Waits until everything is written.
     *
     * @throws RuntimeException what went wrong
     */
    void end() {
        CompletableFuture<Void> before = last;
        last = null;
        if (before == null) {
            return;
        }
        try {
            before.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        thread.close();
    }
}

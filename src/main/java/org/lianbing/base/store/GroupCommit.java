package org.lianbing.base.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

import org.lianbing.base.Problem;

/**
 * One thread that commits what many ask for. While a commit is on its way others gather, and the next takes them all: a
 * lone caller waits for nothing, and when a whole hall asks at one instant the database is asked a few times and not ten
 * thousand times. A crowd is given some milliseconds to gather: on a fast database batches would else stay small, and a
 * commit costs as much as a dozen of what is in it. Callers wait (on virtual threads) until theirs is committed.
 *
 * @param <Q> what is asked
 * @param <A> what is answered
 */
public final class GroupCommit<Q, A> {

    /**
     * Does the work of a batch in one transaction.
     *
     * @param <Q> what is asked
     * @param <A> what is answered
     */
    @FunctionalInterface
    public interface Work<Q, A> {

        /** An answer for each, in the same order; throws where nothing was committed. */
        List<A> answer(List<Q> asked);
    }

    /**
     * How much it takes.
     *
     * @param waiting how many may wait; for any further the answer is at once to try again
     * @param atOnce how many go into one transaction
     * @param patience how long a caller waits
     */
    public record Bounds(int waiting, int atOnce, Duration patience) {}

    private record Waiting<Q, A>(Q asked, CompletableFuture<A> answer) {}

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final long IDLE_MILLIS = 200;

    /** As many as this came together: a crowd, for which a few milliseconds save most of the commits. */
    private static final int CROWD = 4;

    private static final Duration FOR_A_CROWD = Duration.ofMillis(8);

    /** A database that does not answer must not keep the application from ending. */
    private static final Duration LONGEST_FINISH = Duration.ofSeconds(8);

    private final String name;
    private final Bounds bounds;
    private final Work<Q, A> work;
    private final BlockingQueue<Waiting<Q, A>> queue;
    private final Patience patience;
    private final Thread thread;
    private volatile boolean running;

    /**
     * @param name of the thread
     */
    public GroupCommit(String name, Bounds bounds, Work<Q, A> work) {
        this.name = name;
        this.bounds = bounds;
        this.work = work;
        this.queue = new LinkedBlockingQueue<>(bounds.waiting());
        this.patience = new Patience(bounds.patience());
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::work);
    }

    /** Begins to take what is asked. */
    public void start() {
        running = true;
        patience.start();
        thread.start();
    }

    /** Commits what is waiting, and ends. */
    public void finish() {
        running = false;
        try {
            if (!thread.join(LONGEST_FINISH)) {
                LOG.error("{} ends with what it could not commit; none of it was acknowledged", name);
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            patience.finish();
        }
    }

    /**
     * Waits for the answer, which comes after the commit.
     *
     * @throws Problem what the work threw for this one; unavailable, where it is not known what became of it, or too many
     *     wait: the same may be asked again
     */
    public A ask(Q asked) {
        Waiting<Q, A> waiting = new Waiting<>(asked, new CompletableFuture<>());
        if (!running || !queue.offer(waiting)) {
            throw unknown();
        }
        try {
            return patience.await(waiting.answer());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Problem problem ? problem : unknown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown();
        }
    }

    /** How many wait for the next commit. */
    public int waiting() {
        return queue.size();
    }

    private static Problem unknown() {
        return Problem.unavailable("base.uncertain");
    }

    private void work() {
        while (running || !queue.isEmpty()) {
            try {
                List<Waiting<Q, A>> batch = gather();
                if (!batch.isEmpty()) {
                    answer(batch);
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private List<Waiting<Q, A>> gather() throws InterruptedException {
        // Before anybody is taken out of the queue: whoever is in it when this thread is interrupted is still there.
        if (queue.size() > CROWD && queue.size() < bounds.atOnce()) {
            Thread.sleep(FOR_A_CROWD);
        }
        List<Waiting<Q, A>> batch = new ArrayList<>();
        Waiting<Q, A> first = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
            batch.add(first);
            queue.drainTo(batch, bounds.atOnce() - 1);
            // Nobody waits for it any more: what was not begun need not be.
            batch.removeIf(waiting -> waiting.answer().isDone());
        }
        return batch;
    }

    private void answer(List<Waiting<Q, A>> batch) {
        try {
            List<A> answers = work.answer(batch.stream().map(Waiting::asked).toList());
            for (int n = 0; n < batch.size(); n++) {
                batch.get(n).answer().complete(answers.get(n));
            }
        } catch (RuntimeException e) {
            if (batch.size() == 1 || isAway(e)) {
                LOG.error("{}: whether {} were committed is not known", name, batch.size(), e);
                batch.forEach(one -> one.answer().completeExceptionally(e));
            } else {
                // One that cannot be done must fail alone.
                batch.forEach(one -> answer(List.of(one)));
            }
        }
    }

    /** A database that is away is away for each of them, too. */
    private static boolean isAway(RuntimeException e) {
        return e instanceof DataAccessResourceFailureException
                || e instanceof TransientDataAccessException
                || e instanceof RecoverableDataAccessException
                || e instanceof TransactionException;
    }
}

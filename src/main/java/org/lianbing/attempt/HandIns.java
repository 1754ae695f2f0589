package org.lianbing.attempt;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import org.lianbing.base.Problem;

/**
 * Takes hand-ins in batches. While one is committed others gather, and the next takes them all: a lone hand-in waits for
 * nothing, and when a whole hall hands in at one instant the database is asked a few times and not ten thousand times.
 * Callers wait (on virtual threads) until theirs is committed.
 */
@Component
class HandIns implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(HandIns.class);

    /** More than any hall; beyond it the answer is at once to try again. */
    private static final int MOST_WAITING = 50_000;

    private static final int MOST_AT_ONCE = 250;
    private static final long IDLE_MILLIS = 200;
    private static final long PATIENCE_SECONDS = 25;

    /** A database that does not answer must not keep the application from ending. */
    private static final Duration LONGEST_FINISH = Duration.ofSeconds(8);

    /**
     * A hand-in.
     *
     * @param candidate who hands in
     * @param byTheClock whether the player did it at the deadline, and not the candidate
     * @param at when it reached the server
     */
    record Asked(Candidate candidate, boolean byTheClock, Instant at) {}

    private record Waiting(Asked asked, CompletableFuture<Receipt> answer) {}

    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Endings endings;
    private final Thread thread = Thread.ofPlatform().name("hand-ins").daemon().unstarted(this::work);
    private volatile boolean running;

    HandIns(Endings endings) {
        this.endings = endings;
    }

    /**
     * Hands in and scores; whoever asks again gets the same receipt.
     *
     * @throws Problem conflict, where another device took over or the attempt cannot be handed in; unavailable, where it is
     *     not known whether it was committed: ask again
     */
    Receipt handIn(Candidate candidate, boolean byTheClock, Instant at) {
        Waiting waiting = new Waiting(new Asked(candidate, byTheClock, at), new CompletableFuture<>());
        if (!running || !queue.offer(waiting)) {
            throw unknown();
        }
        try {
            return waiting.answer().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Problem problem ? problem : unknown();
        } catch (TimeoutException e) {
            throw unknown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown();
        }
    }

    private static Problem unknown() {
        return Problem.unavailable("attempt.unavailable");
    }

    private void work() {
        while (running || !queue.isEmpty()) {
            try {
                List<Waiting> batch = gather();
                if (!batch.isEmpty()) {
                    answer(batch);
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private List<Waiting> gather() throws InterruptedException {
        List<Waiting> batch = new ArrayList<>();
        Waiting first = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
            batch.add(first);
            queue.drainTo(batch, MOST_AT_ONCE - 1);
        }
        return batch;
    }

    private void answer(List<Waiting> batch) {
        try {
            List<Endings.Answer> answers =
                    endings.handInEach(batch.stream().map(Waiting::asked).toList());
            for (int n = 0; n < batch.size(); n++) {
                switch (answers.get(n)) {
                    case Endings.Answer.Given(Receipt receipt) ->
                        batch.get(n).answer().complete(receipt);
                    case Endings.Answer.Refused(Problem problem) ->
                        batch.get(n).answer().completeExceptionally(problem);
                }
            }
        } catch (RuntimeException e) {
            if (batch.size() == 1) {
                LOG.error(
                        "Attempt {} was not handed in",
                        batch.getFirst().asked().candidate().attempt(),
                        e);
                batch.getFirst().answer().completeExceptionally(e);
            } else {
                // One that cannot be handed in must fail alone.
                batch.forEach(one -> answer(List.of(one)));
            }
        }
    }

    @Override
    public void start() {
        running = true;
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        try {
            if (!thread.join(LONGEST_FINISH)) {
                LOG.error("The application ends with hand-ins that it could not commit; none of them was acknowledged");
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server starts, and so stopped after it, like the journal. */
    @Override
    public int getPhase() {
        return 0;
    }
}

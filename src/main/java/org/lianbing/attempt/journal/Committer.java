package org.lianbing.attempt.journal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.lianbing.attempt.store.StepRows;

/**
 * One thread that commits steps. While a commit is on its way new steps gather; the next commit takes them all. So a
 * lone answer waits for nothing, and under load batches grow by themselves.
 */
final class Committer {

    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
    private static final int MOST_WAITING = 20_000;
    private static final int MOST_STEPS = 1_000;
    private static final long IDLE_MILLIS = 200;
    private static final StepOutcome UNKNOWN = new StepOutcome.Unknown();
    private static final StepOutcome INVALID = new StepOutcome.Refused(StepOutcome.Reason.INVALID);

    private record Waiting(List<Step> steps, CompletableFuture<List<StepOutcome>> answer) {}

    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(MOST_WAITING);
    private final StepRows rows;
    private final Thread thread;
    private volatile boolean finishing;

    Committer(String name, StepRows rows) {
        this.rows = rows;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::work);
    }

    void start() {
        thread.start();
    }

    /** Commits what is waiting and ends. */
    void finish() {
        finishing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Hands steps over; where too many wait already, the answer is at once that nothing is known. */
    CompletableFuture<List<StepOutcome>> offer(List<Step> steps) {
        Waiting waiting = new Waiting(steps, new CompletableFuture<>());
        if (finishing || !queue.offer(waiting)) {
            waiting.answer().complete(Collections.nCopies(steps.size(), UNKNOWN));
        }
        return waiting.answer();
    }

    private void work() {
        while (!finishing || !queue.isEmpty()) {
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
        Waiting next = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        int steps = 0;
        while (next != null) {
            batch.add(next);
            steps += next.steps().size();
            next = steps < MOST_STEPS ? queue.poll() : null;
        }
        return batch;
    }

    private void answer(List<Waiting> batch) {
        List<Step> steps =
                batch.stream().flatMap(waiting -> waiting.steps().stream()).toList();
        List<StepOutcome> outcomes = commit(steps);
        int from = 0;
        for (Waiting waiting : batch) {
            int to = from + waiting.steps().size();
            waiting.answer().complete(outcomes.subList(from, to));
            from = to;
        }
    }

    private List<StepOutcome> commit(List<Step> steps) {
        try {
            return rows.append(steps);
        } catch (SQLException e) {
            return certainlyRefused(e) ? bisect(steps, e) : unknown(steps, e);
        } catch (RuntimeException e) {
            return unknown(steps, e);
        }
    }

    /** One bad row must fail alone. */
    private List<StepOutcome> bisect(List<Step> steps, SQLException cause) {
        if (steps.size() == 1) {
            LOG.warn("A step of attempt {} cannot be kept", steps.getFirst().attempt(), cause);
            return List.of(INVALID);
        }
        int half = steps.size() / 2;
        List<StepOutcome> outcomes = new ArrayList<>(commit(steps.subList(0, half)));
        outcomes.addAll(commit(steps.subList(half, steps.size())));
        return outcomes;
    }

    private static List<StepOutcome> unknown(List<Step> steps, Exception cause) {
        LOG.error("Whether {} steps were committed is not known", steps.size(), cause);
        return Collections.nCopies(steps.size(), UNKNOWN);
    }

    /** Classes 22 (data) and 23 (constraint): the statement failed as a whole, because of what is in it. */
    private static boolean certainlyRefused(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }
}

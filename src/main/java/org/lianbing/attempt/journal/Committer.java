package org.lianbing.attempt.journal;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that commits steps. While a commit is on its way new steps gather; the next commit takes them all. So a
 * lone answer waits for nothing, and under load batches grow by themselves.
 */
final class Committer {

    /** Where steps are kept; StepRows, but for tests. */
    @FunctionalInterface
    interface Store {

        /** Appends steps, with an outcome for each; throws where nothing, or nothing certain, came of it. */
        List<StepOutcome> append(List<Step> steps) throws SQLException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
    private static final int MOST_WAITING = 20_000;

    /** Characters in one queue, 8 to 16 MB. */
    private static final long MOST_WEIGHT = 8_000_000;

    private static final int MOST_STEPS = 1_000;
    private static final long MOST_WEIGHT_AT_ONCE = 2_000_000;
    private static final long IDLE_MILLIS = 200;

    /** A database that does not answer must not keep the application from ending; nothing of it was acknowledged. */
    private static final Duration LONGEST_FINISH = Duration.ofSeconds(8);

    private static final StepOutcome UNKNOWN = new StepOutcome.Unknown();
    private static final StepOutcome INVALID = new StepOutcome.Refused(StepOutcome.Reason.INVALID);

    private final StepQueue queue = new StepQueue(MOST_WAITING, MOST_WEIGHT);
    private final Store store;
    private final Thread thread;
    private volatile boolean finishing;

    Committer(String name, Store store) {
        this.store = store;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::work);
    }

    void start() {
        thread.start();
    }

    /** Commits what is waiting and ends. */
    void finish() {
        finishing = true;
        try {
            if (!thread.join(LONGEST_FINISH)) {
                LOG.error("The journal ends with steps that it could not commit; none of them was acknowledged");
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Hands steps over; where too much waits already, the answer is at once that nothing is known. */
    CompletableFuture<List<StepOutcome>> offer(List<Step> steps) {
        StepQueue.Waiting waiting = StepQueue.Waiting.of(steps);
        if (finishing || !queue.offer(waiting)) {
            leaveUnknown(waiting);
        }
        return waiting.answer();
    }

    /** When the oldest step that is not answered yet reached the server. */
    Optional<Instant> oldest() {
        return queue.oldest();
    }

    private void work() {
        while (!finishing || !queue.isEmpty()) {
            try {
                List<StepQueue.Waiting> batch = queue.gather(IDLE_MILLIS, MOST_STEPS, MOST_WEIGHT_AT_ONCE);
                if (!batch.isEmpty()) {
                    answer(batch);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("A batch of steps was not answered", e);
            } finally {
                // Whatever happened, nobody waits for an answer that will not come.
                queue.done().forEach(Committer::leaveUnknown);
            }
        }
    }

    /** No more than a formality for what has its answer already. */
    private static void leaveUnknown(StepQueue.Waiting waiting) {
        waiting.answer().complete(Collections.nCopies(waiting.steps().size(), UNKNOWN));
    }

    private void answer(List<StepQueue.Waiting> batch) {
        List<Step> steps =
                batch.stream().flatMap(waiting -> waiting.steps().stream()).toList();
        List<StepOutcome> outcomes = commit(steps);
        int from = 0;
        for (StepQueue.Waiting waiting : batch) {
            int to = from + waiting.steps().size();
            waiting.answer().complete(outcomes.subList(from, to));
            from = to;
        }
    }

    private List<StepOutcome> commit(List<Step> steps) {
        try {
            return store.append(steps);
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

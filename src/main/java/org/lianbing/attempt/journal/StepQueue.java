package org.lianbing.attempt.journal;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Requests that wait for their commit, in the order of their arrival. Bounded by what they hold, not by their number
 * alone: a thousand essays weigh more than twenty thousand ticks, and while a database is silent all that fits is held.
 */
final class StepQueue {

    /**
     * What waits.
     *
     * @param weight in characters, with what a step takes besides its value
     * @param answer completed when its outcomes are known
     */
    record Waiting(List<Step> steps, int weight, CompletableFuture<List<StepOutcome>> answer) {

        static Waiting of(List<Step> steps) {
            int weight = steps.stream()
                    .mapToInt(step -> STEP + step.value().length())
                    .sum();
            return new Waiting(steps, weight, new CompletableFuture<>());
        }
    }

    /** Characters' worth of a step's numbers, keys and the objects around them. */
    private static final int STEP = 100;

    private final int mostRequests;
    private final long mostWeight;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private final List<Waiting> underWay = new ArrayList<>();
    private long weight;

    StepQueue(int mostRequests, long mostWeight) {
        this.mostRequests = mostRequests;
        this.mostWeight = mostWeight;
    }

    /** Takes it, or returns false where there is no room. */
    boolean offer(Waiting waiting) {
        lock.lock();
        try {
            if (queue.size() >= mostRequests || weight + waiting.weight() > mostWeight) {
                return false;
            }
            queue.add(waiting);
            weight += waiting.weight();
            filled.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * The oldest that wait, as soon as there are any: at least one request, and no more once they hold so many steps or
     * weigh so much. They weigh on until {@link #done}. None where nothing came within that time.
     */
    List<Waiting> gather(long withinMillis, int mostSteps, long mostWeightAtOnce) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (queue.isEmpty()) {
                filled.await(withinMillis, TimeUnit.MILLISECONDS);
            }
            int steps = 0;
            long gathered = 0;
            while (!queue.isEmpty() && steps < mostSteps && gathered < mostWeightAtOnce) {
                Waiting next = queue.remove();
                underWay.add(next);
                steps += next.steps().size();
                gathered += next.weight();
            }
            return List.copyOf(underWay);
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more will be done with what was gathered last; returns it. */
    List<Waiting> done() {
        lock.lock();
        try {
            List<Waiting> done = List.copyOf(underWay);
            done.forEach(waiting -> weight -= waiting.weight());
            underWay.clear();
            return done;
        } finally {
            lock.unlock();
        }
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return queue.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** When the oldest of all that is not answered reached the server. */
    Optional<Instant> oldest() {
        lock.lock();
        try {
            Waiting first = underWay.isEmpty() ? queue.peek() : underWay.getFirst();
            return first == null
                    ? Optional.empty()
                    : Optional.of(first.steps().getFirst().receivedAt());
        } finally {
            lock.unlock();
        }
    }
}

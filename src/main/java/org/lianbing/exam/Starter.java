package org.lianbing.exam;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.lianbing.attempt.Started;
import org.lianbing.base.PersonId;

/**
 * One thread that commits starts. While a commit is on its way new ones gather; the next commit takes them all. So a
 * lone start waits for nothing, and at nine o'clock batches grow by themselves.
 */
final class Starter {

    private static final Logger LOG = LoggerFactory.getLogger(Starter.class);
    private static final int MOST_WAITING = 20_000;
    private static final int MOST_AT_ONCE = 1_000;
    private static final long IDLE_MILLIS = 200;

    /** Who starts what, from where, and when it arrived. */
    record Asked(ExamId exam, PersonId person, String device, Instant at) {}

    private record Waiting(Asked asked, CompletableFuture<Optional<Started>> answer) {}

    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(MOST_WAITING);
    private final StartBatch starts;
    private final Thread thread;
    private volatile boolean finishing;

    Starter(String name, StartBatch starts) {
        this.starts = starts;
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

    /** Empty where nothing was started; fails where it is not known, or where too many wait already. */
    CompletableFuture<Optional<Started>> offer(Asked asked) {
        Waiting waiting = new Waiting(asked, new CompletableFuture<>());
        if (finishing || !queue.offer(waiting)) {
            waiting.answer().completeExceptionally(new IllegalStateException("too many starts wait"));
        }
        return waiting.answer();
    }

    private void work() {
        while (!finishing || !queue.isEmpty()) {
            try {
                Map<ExamId, List<Waiting>> byExam = new LinkedHashMap<>();
                gather().forEach(one -> byExam.computeIfAbsent(one.asked().exam(), exam -> new ArrayList<>())
                        .add(one));
                byExam.forEach(this::answer);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private List<Waiting> gather() throws InterruptedException {
        List<Waiting> batch = new ArrayList<>();
        Waiting next = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        while (next != null) {
            batch.add(next);
            next = batch.size() < MOST_AT_ONCE ? queue.poll() : null;
        }
        return batch;
    }

    /** Of several starts of one person the first counts; the others find what it began. */
    private void answer(ExamId id, List<Waiting> waiting) {
        try {
            Map<PersonId, Waiting> first = new LinkedHashMap<>();
            waiting.forEach(one -> first.putIfAbsent(one.asked().person(), one));
            Map<PersonId, Started> started =
                    starts.begin(id, first.values().stream().map(Waiting::asked).toList());
            for (Waiting one : waiting) {
                PersonId person = one.asked().person();
                boolean its = one.equals(first.get(person));
                one.answer().complete(its ? Optional.ofNullable(started.get(person)) : Optional.empty());
            }
        } catch (RuntimeException e) {
            LOG.error("Whether {} starts of exam {} were committed is not known", waiting.size(), id, e);
            waiting.forEach(one -> one.answer().completeExceptionally(e));
        }
    }
}

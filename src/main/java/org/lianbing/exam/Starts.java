package org.lianbing.exam;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import org.lianbing.attempt.Started;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;

/**
 * The start of everybody at one instant. Callers wait (on virtual threads) while a few starters commit what arrived,
 * many starts to a commit. One person always goes to the same starter.
 */
@Component
class Starts implements SmartLifecycle {

    private static final long PATIENCE_SECONDS = 15;

    private final List<Starter> starters;
    private volatile boolean running;

    Starts(StartBatch batch, @Value("${lianbing.exam.starters:2}") int starters) {
        this.starters = IntStream.range(0, starters)
                .mapToObj(number -> new Starter("starts-" + number, batch))
                .toList();
    }

    /**
     * Starts what is prepared for the person, and returns after the commit; empty where nothing is, or where it cannot
     * be started now.
     *
     * @throws Problem unavailable, where it is not known what became of it: the same may be asked again
     */
    Optional<Started> start(ExamId exam, PersonId person, String device, Instant now) {
        int shard = Math.floorMod(person.value().hashCode(), starters.size());
        return await(starters.get(shard).offer(new Starter.Asked(exam, person, device, now)));
    }

    private static Optional<Started> await(CompletableFuture<Optional<Started>> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw Problem.unavailable("attempt.unavailable");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("attempt.unavailable");
        }
    }

    @Override
    public void start() {
        starters.forEach(Starter::start);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        starters.forEach(Starter::finish);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server starts, and so stopped after it. */
    @Override
    public int getPhase() {
        return 0;
    }
}

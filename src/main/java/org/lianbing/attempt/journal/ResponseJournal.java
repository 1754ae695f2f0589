package org.lianbing.attempt.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import org.lianbing.attempt.AttemptId;
import org.lianbing.attempt.store.StepRows;
import org.lianbing.base.Problem;
import org.lianbing.base.store.Committing;
import org.lianbing.base.store.Patience;

/**
 * The append-only record of responses. Callers wait (on virtual threads) until their steps are committed; meanwhile a
 * few committers write what arrived, many steps to a commit. Steps of one attempt always go to the same committer and
 * so keep their order.
 */
@Component
public class ResponseJournal implements Committing {

    private static final Duration LONGEST_COMMIT = Duration.ofSeconds(15);

    private final Patience patience = new Patience(LONGEST_COMMIT);
    private final List<Committer> committers;
    private final boolean alone;
    private volatile boolean running;

    /**
     * @param database a PostgreSQL server of its own, which other servers of ours may write to; empty where it is embedded
     */
    ResponseJournal(
            StepRows rows,
            @Value("${lianbing.journal.committers:2}") int committers,
            @Value("${spring.datasource.url:}") String database) {
        this.alone = database.isBlank();
        this.committers = IntStream.range(0, committers)
                .mapToObj(number -> new Committer("journal-" + number, rows::append))
                .toList();
    }

    /**
     * Appends steps of one attempt and returns after the commit, one outcome a step.
     *
     * @throws Problem unavailable, where it is not known whether they were committed: send the same steps again
     */
    public List<StepOutcome> append(AttemptId attempt, List<Step> steps) {
        if (steps.isEmpty()) {
            return List.of();
        }
        int shard = Math.floorMod(attempt.value().hashCode(), committers.size());
        List<StepOutcome> outcomes = await(committers.get(shard).offer(steps));
        if (outcomes.stream().anyMatch(StepOutcome.Unknown.class::isInstance)) {
            throw unknown();
        }
        return outcomes;
    }

    /**
     * The moment up to which all that reached the server is decided: now, or when the oldest step came that still waits
     * for its commit. An attempt must not be closed past it, or what came in time would find it closed. What waits on
     * another server is not seen from here; after so long nobody there waits for it any more.
     */
    public Instant decidedUntil(Instant now) {
        Instant here = committers.stream()
                .map(Committer::oldest)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .filter(oldest -> oldest.isBefore(now))
                .orElse(now);
        Instant elsewhere = alone ? now : now.minus(LONGEST_COMMIT);
        return here.isBefore(elsewhere) ? here : elsewhere;
    }

    private List<StepOutcome> await(CompletableFuture<List<StepOutcome>> answer) {
        try {
            return patience.await(answer);
        } catch (ExecutionException e) {
            throw unknown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown();
        }
    }

    private static Problem unknown() {
        return Problem.unavailable("attempt.unavailable");
    }

    @Override
    public void start() {
        patience.start();
        committers.forEach(Committer::start);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        committers.forEach(Committer::finish);
        patience.finish();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

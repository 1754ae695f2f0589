package org.lianbing.attempt;

import java.time.Duration;
import java.time.Instant;

import org.springframework.stereotype.Component;

import org.lianbing.base.Problem;
import org.lianbing.base.store.Committing;
import org.lianbing.base.store.GroupCommit;

/** Takes hand-ins in batches (decision 0032). */
@Component
class HandIns implements Committing {

    /** More than any hall may wait. */
    private static final GroupCommit.Bounds BOUNDS = new GroupCommit.Bounds(50_000, 250, Duration.ofSeconds(25));

    /**
     * A hand-in.
     *
     * @param candidate who hands in
     * @param byTheClock whether the player did it at the deadline, and not the candidate
     * @param at when it reached the server
     */
    record Asked(Candidate candidate, boolean byTheClock, Instant at) {}

    private final GroupCommit<Asked, Endings.Answer> commits;
    private volatile boolean running;

    HandIns(Endings endings) {
        this.commits = new GroupCommit<>("hand-ins", BOUNDS, endings::handInEach);
    }

    /**
     * Hands in and scores; whoever asks again gets the same receipt.
     *
     * @throws Problem conflict, where another device took over or the attempt cannot be handed in; unavailable, where it is
     *     not known whether it was committed: ask again
     */
    Receipt handIn(Candidate candidate, boolean byTheClock, Instant at) {
        return switch (commits.ask(new Asked(candidate, byTheClock, at))) {
            case Endings.Answer.Given(Receipt receipt) -> receipt;
            case Endings.Answer.Refused(Problem problem) -> throw problem;
        };
    }

    @Override
    public void start() {
        commits.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        commits.finish();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

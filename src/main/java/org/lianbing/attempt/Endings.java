package org.lianbing.attempt;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.attempt.store.AttemptRows;
import org.lianbing.base.Problem;

/** Handing in, closing by the clock, and the score that follows both. */
@Component
class Endings {

    /** A step that came in time may still wait for its commit when the grace ends. */
    private static final Duration FOR_THE_JOURNAL = Duration.ofSeconds(2);

    private static final int BATCH = 500;

    private final AttemptRows rows;
    private final Scorer scorer;
    private final ApplicationEventPublisher events;

    Endings(AttemptRows rows, Scorer scorer, ApplicationEventPublisher events) {
        this.rows = rows;
        this.scorer = scorer;
        this.events = events;
    }

    /** Hands in and scores; whoever asks again gets the same receipt. */
    @Transactional
    Receipt handIn(Candidate candidate, boolean byTheClock, Instant now) {
        Attempt attempt = held(candidate.attempt());
        if (!attempt.ended()) {
            attempt.requireEpoch(candidate);
            rows.end(attempt.id(), attempt.handIn(now, byTheClock));
        }
        if (attempt.outcome() == null && scorer.score(held(candidate.attempt()), now)) {
            events.publishEvent(new AttemptsScored(attempt.purpose(), List.of(attempt.id())));
        }
        return receipt(held(candidate.attempt()));
    }

    /** Closes overdue attempts at their deadlines; how many. */
    @Transactional
    int closeOverdue(Instant now) {
        return rows.closeOverdue(now.minus(FOR_THE_JOURNAL), BATCH);
    }

    /** Scores what has ended and has no score: what was just closed, and what a crash left over. How many. */
    @Transactional
    int scoreUnscored(Instant now) {
        List<Attempt> unscored = rows.holdUnscored(now, BATCH);
        if (unscored.isEmpty()) {
            return 0;
        }
        Set<AttemptId> scored = scorer.scoreEach(unscored, now);
        Map<Purpose, List<AttemptId>> byPurpose = new LinkedHashMap<>();
        for (Attempt attempt : unscored) {
            if (scored.contains(attempt.id())) {
                byPurpose
                        .computeIfAbsent(attempt.purpose(), purpose -> new ArrayList<>())
                        .add(attempt.id());
            }
        }
        byPurpose.forEach((purpose, attempts) -> events.publishEvent(new AttemptsScored(purpose, attempts)));
        return scored.size();
    }

    private Attempt held(AttemptId id) {
        return rows.hold(id).orElseThrow(() -> Problem.notFound("base.not-found"));
    }

    private static Receipt receipt(Attempt attempt) {
        Instant endedAt = attempt.endedAt();
        Attempt.Outcome outcome = attempt.outcome();
        if (endedAt == null || outcome == null) {
            throw new IllegalStateException("handed in, but not ended and scored: " + attempt.id());
        }
        return new Receipt(
                attempt.id(),
                attempt.state(),
                endedAt,
                outcome.answered(),
                attempt.slots(),
                attempt.window().used(endedAt).toSeconds(),
                outcome.digest());
    }
}

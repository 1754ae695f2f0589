package org.lianbing.attempt;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
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

    /**
     * How long what a hall has just handed in waits for its score: that everybody has a receipt comes first, and both at
     * once would have it wait for twice the work.
     */
    private static final Duration FOR_THE_HALL = Duration.ofSeconds(2);

    /** So many hand-ins in one batch are a hall. */
    private static final int HALL = 50;

    private static final int BATCH = 500;

    private final AttemptRows rows;
    private final Scorer scorer;
    private final ApplicationEventPublisher events;

    Endings(AttemptRows rows, Scorer scorer, ApplicationEventPublisher events) {
        this.rows = rows;
        this.scorer = scorer;
        this.events = events;
    }

    /** What is answered to a hand-in. */
    sealed interface Answer {

        /** It is handed in, now or before. */
        record Given(Receipt receipt) implements Answer {}

        /** It is not, and asking again will not change that. */
        record Refused(Problem problem) implements Answer {}
    }

    /**
     * Hands in and scores, in one transaction; an answer for each, in their order. Who asks again gets the same receipt.
     * Of the exam of a whole hall everybody gets a receipt first, and the scores follow: see {@link #scoreUnscored}.
     */
    @Transactional
    List<Answer> handInEach(List<HandIns.Asked> asked) {
        List<AttemptId> ids =
                asked.stream().map(one -> one.candidate().attempt()).distinct().toList();
        Map<AttemptId, Attempt> held = rows.holdEach(ids);
        Map<AttemptId, Attempt.Ending> ending = new LinkedHashMap<>();
        Map<HandIns.Asked, Problem> refused = new IdentityHashMap<>();
        for (HandIns.Asked one : asked) {
            try {
                end(one, held, ending);
            } catch (Problem problem) {
                refused.put(one, problem);
            }
        }
        Map<AttemptId, Attempt.Outcome> inHand = ending.size() < HALL ? Map.of() : inHand(held, ending);
        rows.endEach(ending, inHand);
        Instant now = asked.getLast().at();
        score(
                held.values().stream()
                        .filter(attempt -> attempt.outcome() == null && !inHand.containsKey(attempt.id()))
                        .filter(attempt -> attempt.ended() || ending.containsKey(attempt.id()))
                        .toList(),
                now);
        Map<AttemptId, Attempt> ended = rows.holdEach(ids);
        return asked.stream()
                .map(one -> refused.containsKey(one)
                        ? new Answer.Refused(refused.get(one))
                        : answer(ended.get(one.candidate().attempt())))
                .toList();
    }

    /** Of what will be looked at later; a drill is looked at at once. */
    private Map<AttemptId, Attempt.Outcome> inHand(
            Map<AttemptId, Attempt> held, Map<AttemptId, Attempt.Ending> ending) {
        return scorer.inHand(held.values().stream()
                .filter(attempt -> ending.containsKey(attempt.id()))
                .filter(attempt -> attempt.behaviour() == Behaviour.DEFERRED)
                .toList());
    }

    private static void end(HandIns.Asked asked, Map<AttemptId, Attempt> held, Map<AttemptId, Attempt.Ending> ending) {
        Candidate candidate = asked.candidate();
        Attempt attempt = held.get(candidate.attempt());
        if (attempt == null) {
            throw Problem.notFound("base.not-found");
        }
        if (!attempt.ended() && !ending.containsKey(attempt.id())) {
            attempt.requireEpoch(candidate);
            ending.put(attempt.id(), attempt.handIn(asked.at(), asked.byTheClock()));
        }
    }

    private static Answer answer(@Nullable Attempt attempt) {
        // What cannot be scored is handed in all the same; its receipt comes when it is mended.
        return attempt == null || attempt.outcome() == null
                ? new Answer.Refused(Problem.unavailable("attempt.unavailable"))
                : new Answer.Given(receipt(attempt));
    }

    /** Whether somebody is at work whose time runs out. */
    boolean isAnybodyAgainstTheClock() {
        return rows.isAnybodyAgainstTheClock();
    }

    /** Closes overdue attempts at their deadlines; how many. */
    @Transactional
    int closeOverdue(Instant now) {
        return rows.closeOverdue(now.minus(FOR_THE_JOURNAL), BATCH);
    }

    /** Scores what has ended and has no score: what was just closed, and what a crash left over. How many. */
    @Transactional
    int scoreUnscored(Instant now) {
        List<Attempt> unscored = rows.holdUnscored(now.minus(FOR_THE_HALL), BATCH);
        if (unscored.isEmpty()) {
            return 0;
        }
        return score(unscored, now);
    }

    /** Scores what is held and has ended, and tells what it was for; how many. */
    private int score(List<Attempt> ended, Instant now) {
        Set<AttemptId> scored = ended.isEmpty() ? Set.of() : scorer.scoreEach(ended, now);
        // Always in the same order, since whoever listens may hold what belongs to a purpose.
        Map<Purpose, List<AttemptId>> byPurpose =
                new TreeMap<>(Comparator.comparing(Purpose::id).thenComparing(Purpose::kind));
        for (Attempt attempt : ended) {
            if (scored.contains(attempt.id())) {
                byPurpose
                        .computeIfAbsent(attempt.purpose(), purpose -> new ArrayList<>())
                        .add(attempt.id());
            }
        }
        byPurpose.forEach((purpose, attempts) -> events.publishEvent(new AttemptsScored(purpose, attempts)));
        return scored.size();
    }

    private static Receipt receipt(Attempt attempt) {
        Instant endedAt = attempt.endedAt();
        Attempt.Outcome outcome = attempt.outcome();
        if (endedAt == null || outcome == null) {
            throw new IllegalStateException("handed in, but without anything in hand: " + attempt.id());
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

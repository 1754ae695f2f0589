package org.lianbing.attempt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import org.lianbing.attempt.store.ClockReads;
import org.lianbing.base.Problem;

/**
 * The clocks of attempts, from memory: thousands of players ask every few seconds, and hardly ever has one changed. Each
 * is read once; from then on every node looks once a second for those that were changed, by whichever node, and so tells
 * of a decision within a second or two. What decides about answers is the row, never this.
 */
@Component
public class ClockBoard {

    private static final Logger LOG = LoggerFactory.getLogger(ClockBoard.class);
    private static final int MOST = 50_000;

    /** Decisions are seen at their commit and carry the moment at which they were made, by the clock of any node. */
    private static final Duration OVERLAP = Duration.ofSeconds(20);

    /** Read again now and then, should a look have missed a change. */
    private static final Duration READ_AGAIN = Duration.ofMinutes(5);

    private final ClockReads rows;
    private final Clock clock;
    private final Cache<AttemptId, AttemptClock> clocks =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(READ_AGAIN).build();

    private volatile Instant seen;

    ClockBoard(ClockReads rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
        this.seen = clock.instant();
    }

    /**
     * The clock of an attempt, at most two seconds old.
     *
     * @throws Problem not found, where there is no such attempt
     */
    public AttemptClock of(AttemptId id) {
        return clocks.get(id, this::read);
    }

    /** The clock as it is this moment, for a player that opens. */
    public AttemptClock fresh(AttemptId id) {
        AttemptClock read = read(id);
        take(id, read);
        return read;
    }

    private AttemptClock read(AttemptId id) {
        return rows.find(id).orElseThrow(() -> Problem.notFound("base.not-found"));
    }

    /**
     * Put in whether they are known here or not: one that is being read meanwhile is put right by it. At a rate, and so on a
     * thread of its own: a sweep that takes long keeps nobody from hearing.
     */
    @Scheduled(fixedRate = 1000)
    void look() {
        Instant now = clock.instant();
        try {
            rows.changedAfter(seen.minus(OVERLAP)).forEach(this::take);
            seen = now;
        } catch (RuntimeException e) {
            LOG.warn("Changed clocks could not be read; trying again in a second", e);
        }
    }

    private void take(AttemptId id, AttemptClock changed) {
        clocks.asMap().merge(id, changed, (known, later) -> later.version() > known.version() ? later : known);
    }
}

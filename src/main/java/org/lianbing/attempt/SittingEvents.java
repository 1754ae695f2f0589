package org.lianbing.attempt;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.attempt.store.AttemptRows;
import org.lianbing.attempt.store.SittingEventRows;
import org.lianbing.base.Problem;

/**
 * Keeps what happened around the answers. Nothing follows from it by itself: organizers read it, candidates read the
 * same and can answer.
 */
@Service
public class SittingEvents {

    /** Kept of one attempt at the most; who leaves more often has been seen to. */
    public static final int MOST = 300;

    /** As long as a remark may be. */
    public static final int LONGEST_REMARK = 500;

    private static final int MOST_AT_ONCE = 100;
    private static final int HIGHEST_SEQUENCE = 100_000;
    private static final long LONGEST_ABSENCE = Duration.ofDays(7).toSeconds();

    /** An event as a player reports it. */
    public record Sent(
            int sequence,
            SittingEvent.Kind kind,
            Instant happenedAt,
            @Nullable Long seconds,
            SittingEvent.@Nullable Cause cause) {}

    /**
     * What became of a report.
     *
     * @param kept numbers that need not be sent again
     * @param full whether no more are taken
     */
    public record Noted(List<Integer> kept, boolean full) {}

    private final AttemptRows attempts;
    private final SittingEventRows rows;

    SittingEvents(AttemptRows attempts, SittingEventRows rows) {
        this.attempts = attempts;
        this.rows = rows;
    }

    /**
     * Notes what a player saw. The same number again changes nothing, save that somebody who was away is back.
     *
     * @throws Problem too large, for more than 100 at once
     */
    @Transactional
    public Noted note(Candidate candidate, List<Sent> sent, Instant receivedAt) {
        if (sent.size() > MOST_AT_ONCE) {
            throw Problem.tooLarge("attempt.too-many", MOST_AT_ONCE);
        }
        Attempt attempt = attempts.find(candidate.attempt()).orElseThrow(SittingEvents::none);
        Instant startedAt = attempt.window().startedAt();
        if (startedAt == null) {
            throw Problem.conflict("attempt.ended");
        }
        rows.oneAtATime(candidate.attempt());
        List<Integer> kept = new ArrayList<>();
        boolean full = false;
        for (Sent one : sent) {
            Instant end = attempt.endedAt();
            boolean afterwards = end != null && one.happenedAt().isAfter(end);
            boolean numbered = one.sequence() >= 1 && one.sequence() <= HIGHEST_SEQUENCE;
            if (afterwards
                    || !numbered
                    || rows.put(candidate, event(candidate, one, startedAt, receivedAt), receivedAt, MOST)) {
                kept.add(one.sequence());
            } else {
                full = true;
            }
        }
        return new Noted(kept, full);
    }

    /** A device's clock may say what it likes: nothing began before the start or after it was told. */
    private static SittingEvent event(Candidate candidate, Sent sent, Instant startedAt, Instant receivedAt) {
        Instant at = sent.happenedAt();
        Instant within = at.isBefore(startedAt) ? startedAt : at.isAfter(receivedAt) ? receivedAt : at;
        Long seconds = sent.seconds();
        return new SittingEvent(
                candidate.epoch(),
                sent.sequence(),
                sent.kind(),
                within,
                seconds == null ? null : (int) Math.clamp(seconds, 0, LONGEST_ABSENCE),
                seconds == null ? null : sent.cause() == null ? SittingEvent.Cause.UNKNOWN : sent.cause());
    }

    /** What is known of an attempt. The caller has made sure that it may be told. */
    public SittingCourse of(AttemptId attempt) {
        return new SittingCourse(rows.all(attempt), rows.remark(attempt).orElse(null));
    }

    /** The highest number that this device used; 0 for none. */
    public int last(Candidate candidate) {
        return rows.last(candidate);
    }

    /** When the device of this epoch took over; null where it was the first. */
    public @Nullable Instant takenOverAt(Candidate candidate) {
        return rows.takenOverAt(candidate.attempt(), candidate.epoch()).orElse(null);
    }

    /** The candidate's words about it; the last ones count, and empty ones take them back. */
    @Transactional
    public void remark(Candidate candidate, String words, Instant now) {
        String said = words.strip();
        if (said.length() > LONGEST_REMARK) {
            throw Problem.invalid("attempt.remark-length", LONGEST_REMARK);
        }
        if (said.isEmpty()) {
            rows.deleteRemark(candidate.attempt());
        } else {
            rows.putRemark(candidate.attempt(), said, now);
        }
    }

    private static Problem none() {
        return Problem.notFound("base.not-found");
    }
}

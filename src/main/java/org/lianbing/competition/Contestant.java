package org.lianbing.competition;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.lianbing.attempt.AttemptSummary;
import org.lianbing.attempt.SetAsideStep;
import org.lianbing.attempt.SittingCourse;
import org.lianbing.exam.ReplacedResult;

/**
 * A contestant with what the organizer looks into.
 *
 * @param row how far they are
 * @param startedAt when they began; null for who has not come
 * @param deadline when their time is or was up; null for who has not come
 * @param time extra time, and since when the clock stands; null for who has not come
 * @param setAside answers that do not count, late or from a device that was taken over, in the order of their arrival
 * @param course what happened around the answers, and what the contestant says about it
 * @param before the results that corrections of keys replaced, the first one first
 */
public record Contestant(
        ResultRow row,
        @Nullable Instant startedAt,
        @Nullable Instant deadline,
        AttemptSummary.@Nullable Time time,
        List<SetAsideStep> setAside,
        SittingCourse course,
        List<ReplacedResult> before) {

    public Contestant {
        setAside = List.copyOf(setAside);
        before = List.copyOf(before);
    }

    /** Whether the clock ended the attempt, and not the contestant. */
    public boolean timedOut() {
        Instant endedAt = row.endedAt();
        return endedAt != null && deadline != null && !endedAt.isBefore(deadline);
    }

    /** Whether there is an attempt that could be declared void. */
    public boolean hasBegun() {
        return startedAt != null;
    }
}

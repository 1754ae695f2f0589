package org.lianbing.attempt;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * What happened around the answers of an attempt, and what the candidate says about it.
 *
 * @param events in the order of their time
 * @param remark the candidate's words, or null
 */
public record SittingCourse(
        List<SittingEvent> events, @Nullable Remark remark) {

    /** The candidate's words with the time of their last change. */
    public record Remark(String words, Instant writtenAt) {}

    /** Nothing happened, and nothing is said. */
    public static final SittingCourse EMPTY = new SittingCourse(List.of(), null);

    public SittingCourse {
        events = List.copyOf(events);
    }

    /** How often the page was left, or another window used; without what adding work took. */
    public long absences() {
        return events.stream().filter(SittingEvent::isAbsence).count();
    }

    /** How long that lasted in all, in seconds. */
    public long secondsAway() {
        return seconds(SittingEvent::isAbsence);
    }

    /** How often the camera or the choice of files was open. */
    public long timesForWork() {
        return events.stream().filter(SittingEvent::isForWork).count();
    }

    /** How long that lasted in all, in seconds. */
    public long secondsForWork() {
        return seconds(SittingEvent::isForWork);
    }

    private long seconds(Predicate<SittingEvent> which) {
        return events.stream()
                .filter(which)
                .map(SittingEvent::seconds)
                .filter(Objects::nonNull)
                .mapToLong(Integer::longValue)
                .sum();
    }
}

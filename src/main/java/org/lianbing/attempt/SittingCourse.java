package org.lianbing.attempt;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

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

    /** How often the page was left, or another window used. */
    public long absences() {
        return events.stream()
                .filter(event -> event.kind() != SittingEvent.Kind.TAKEN_OVER)
                .count();
    }

    /** How long that lasted in all, in seconds. */
    public long secondsAway() {
        return events.stream()
                .map(SittingEvent::seconds)
                .filter(Objects::nonNull)
                .mapToLong(Integer::longValue)
                .sum();
    }
}

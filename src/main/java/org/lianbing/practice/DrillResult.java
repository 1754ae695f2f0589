package org.lianbing.practice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.lianbing.attempt.AttemptSummary;
import org.lianbing.attempt.SlotResult;
import org.lianbing.course.LessonRef;
import org.lianbing.trade.Point;

/**
 * What came of a drill.
 *
 * @param summary the attempt
 * @param slots its slots in order
 * @param practicals what trainers say about its practical tasks
 * @param mistakes how many items wait in the person's mistake book now
 */
public record DrillResult(AttemptSummary summary, List<Line> slots, List<Practical> practicals, int mistakes) {

    /**
     * A slot with what it tested.
     *
     * @param result the response with its feedback
     * @param point what it tested; null where the outline has changed
     * @param lesson the lesson that teaches a point that was missed; null for a right answer or where there is none
     */
    public record Line(
            SlotResult result,
            @Nullable Point point,
            @Nullable LessonRef lesson) {

        public boolean correct() {
            return result.correct();
        }
    }

    public DrillResult {
        slots = List.copyOf(slots);
        practicals = List.copyOf(practicals);
    }

    /** What became of a practical task; empty for any other slot. */
    public Optional<Practical> practical(Line line) {
        return practicals.stream()
                .filter(practical -> practical.slot() == line.result().slot())
                .findFirst();
    }

    /** How many items there were; a 案例 is one. */
    public int items() {
        return byItem().size();
    }

    /** How many items were right; a 案例 where all its parts are. */
    public int correct() {
        return (int) byItem().values().stream()
                .filter(lines -> lines.stream().allMatch(Line::correct))
                .count();
    }

    private Map<Integer, List<Line>> byItem() {
        return slots.stream()
                .collect(Collectors.groupingBy(line -> line.result().itemSlot()));
    }
}

package org.lianbing.practice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.lianbing.attempt.AttemptSummary;
import org.lianbing.attempt.SlotResult;
import org.lianbing.course.LessonRef;
import org.lianbing.trade.Point;

/**
 * What came of a drill. An item that came under embargo since it was drawn is kept back: it counts nowhere here, and
 * whether it was answered rightly is told to nobody.
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

        /** Whether it was right; false for one that is kept back, whatever was answered. */
        public boolean correct() {
            return !isKeptBack() && result.correct();
        }

        /** Whether nothing is told about it, as long as its item is under embargo. */
        public boolean isKeptBack() {
            return result.isKeptBack();
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

    /** The slots about which something is told. */
    public List<Line> told() {
        return slots.stream().filter(line -> !line.isKeptBack()).toList();
    }

    /** How many items are kept back; a 案例 is one. */
    public int keptBack() {
        return SlotResult.keptBack(slots.stream().map(Line::result).toList());
    }

    /** What was reached with what is told. */
    public @Nullable BigDecimal score() {
        return keptBack() == 0
                ? summary.score()
                : sum(told().stream()
                        .map(line ->
                                line.result().fraction().multiply(line.result().maxScore())));
    }

    /** What could be reached with what is told. */
    public BigDecimal maxScore() {
        return keptBack() == 0
                ? summary.maxScore()
                : sum(told().stream().map(line -> line.result().maxScore()));
    }

    private static BigDecimal sum(Stream<BigDecimal> scores) {
        return scores.reduce(BigDecimal.ZERO, BigDecimal::add).setScale(2, RoundingMode.HALF_UP);
    }

    /** How many items there were of which something is told; a 案例 is one. */
    public int items() {
        return byItem().size();
    }

    /** How many of these were right; a 案例 where all its parts are. */
    public int correct() {
        return (int) byItem().values().stream()
                .filter(lines -> lines.stream().allMatch(Line::correct))
                .count();
    }

    private Map<Integer, List<Line>> byItem() {
        return told().stream()
                .collect(Collectors.groupingBy(line -> line.result().itemSlot()));
    }
}

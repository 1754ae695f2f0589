package org.lianbing.trade;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What became different from one edition of an outline to another. Ranges and points are the same where their code is.
 *
 * @param changes in the order of the newer edition, what was removed last
 */
public record OutlineDifference(List<Change> changes) {

    /** The kinds of change. */
    public enum Kind {
        ADDED,
        REMOVED,
        RENAMED,
        WEIGHT,
        IMPORTANCE
    }

    /**
     * One change.
     *
     * @param kind what happened
     * @param code of the range or point; of a foundation the id of its trade
     * @param point the point it happened to; null for a range or foundation
     * @param foundation whether it happened to an included foundation
     * @param before the name, weight or importance before; empty for what was added
     * @param after the name, weight or importance after; empty for what was removed
     */
    public record Change(
            Kind kind, String code, @Nullable PointId point, boolean foundation, String before, String after) {}

    private record Line(
            String name,
            String measure,
            Kind changed,
            @Nullable PointId point,
            boolean foundation) {}

    public OutlineDifference {
        changes = List.copyOf(changes);
    }

    /** Compares two editions; without an older one everything was added. */
    public static OutlineDifference between(@Nullable Outline before, Outline after) {
        Map<String, Line> old = before == null ? Map.of() : lines(before);
        Map<String, Line> now = lines(after);
        List<Change> changes = new ArrayList<>();
        now.forEach((code, line) -> {
            Line was = old.get(code);
            if (was == null) {
                changes.add(new Change(Kind.ADDED, code, line.point(), line.foundation(), "", line.name()));
                return;
            }
            if (!was.name().equals(line.name())) {
                changes.add(new Change(Kind.RENAMED, code, line.point(), line.foundation(), was.name(), line.name()));
            }
            if (!was.measure().equals(line.measure())) {
                changes.add(new Change(
                        line.changed(), code, line.point(), line.foundation(), was.measure(), line.measure()));
            }
        });
        old.forEach((code, line) -> {
            if (!now.containsKey(code)) {
                changes.add(new Change(Kind.REMOVED, code, line.point(), line.foundation(), line.name(), ""));
            }
        });
        return new OutlineDifference(changes);
    }

    /** How many changes are of a kind. */
    public long count(Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }

    /** The points that are no longer there. */
    public List<PointId> removedPoints() {
        return changes.stream()
                .filter(change -> change.kind() == Kind.REMOVED)
                .flatMap(change -> java.util.stream.Stream.ofNullable(change.point()))
                .toList();
    }

    private static Map<String, Line> lines(Outline outline) {
        Map<String, Line> lines = new LinkedHashMap<>();
        outline.inclusions()
                .forEach(inclusion -> lines.put(
                        inclusion.foundation().toString(),
                        new Line("", plain(inclusion.weight()), Kind.WEIGHT, null, true)));
        outline.ranges().forEach(range -> add(range, lines));
        return lines;
    }

    private static void add(Range range, Map<String, Line> lines) {
        lines.put(range.code(), new Line(range.name(), plain(range.weight()), Kind.WEIGHT, null, false));
        range.points()
                .forEach(point -> lines.put(
                        point.code(),
                        new Line(point.name(), point.importance().name(), Kind.IMPORTANCE, point.id(), false)));
        range.ranges().forEach(inside -> add(inside, lines));
    }

    private static String plain(BigDecimal weight) {
        return weight.stripTrailingZeros().toPlainString();
    }
}

package org.lianbing.attempt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.lianbing.attempt.scoring.RubricShares;
import org.lianbing.attempt.store.MarkRows;
import org.lianbing.paper.Form;
import org.lianbing.paper.SlotKey;

/** Derives from the marks that stand what a written response comes to. */
@Component
class MarkedSlots {

    private static final int POINT_PLACES = 2;
    private static final int FRACTION_PLACES = 6;

    private final MarkRows rows;

    MarkedSlots(MarkRows rows) {
        this.rows = rows;
    }

    /** By attempt and slot, what is settled, 0 to 1; nothing is asked where the form has nothing to mark. */
    Map<AttemptId, Map<Integer, BigDecimal>> fractions(Collection<Attempt> attempts, Form form) {
        Map<AttemptId, Map<Integer, BigDecimal>> all = new HashMap<>();
        if (attempts.isEmpty() || !hasWritten(form)) {
            return all;
        }
        OpinionRule rule = rows.rule(attempts.iterator().next().purpose());
        rows.standing(attempts.stream().map(Attempt::id).toList()).forEach((attempt, marks) -> {
            Map<Integer, BigDecimal> settled = new TreeMap<>();
            bySlot(marks).forEach((slot, opinions) -> {
                if (verdict(rule, form, slot, opinions) instanceof OpinionRule.Settled(List<Integer> by)) {
                    settled.put(slot, mean(by, opinions));
                }
            });
            all.put(attempt, settled);
        });
        return all;
    }

    /** What the writer may read of what is settled, by slot. */
    Map<Integer, MarkedSlot> of(Attempt attempt, Form form) {
        Map<Integer, MarkedSlot> all = new TreeMap<>();
        if (!hasWritten(form)) {
            return all;
        }
        OpinionRule rule = rows.rule(attempt.purpose());
        bySlot(rows.standing(List.of(attempt.id())).getOrDefault(attempt.id(), List.of()))
                .forEach((slot, opinions) -> {
                    if (verdict(rule, form, slot, opinions) instanceof OpinionRule.Settled(List<Integer> by)) {
                        all.put(
                                slot,
                                shown(by.stream()
                                        .map(opinions::get)
                                        .map(Objects::requireNonNull)
                                        .toList()));
                    }
                });
        return all;
    }

    /** What these opinions about one slot come to. */
    static OpinionRule.Verdict verdict(OpinionRule rule, Form form, int slot, Map<Integer, Mark> opinions) {
        RubricShares shares = RubricShares.of(form.slot(slot));
        Map<Integer, BigDecimal> points = new TreeMap<>();
        opinions.forEach((number, mark) -> points.put(number, shares.points(mark.fraction())));
        return rule.verdict(points);
    }

    /** The mean fraction of those opinions that count; six places. */
    static BigDecimal mean(List<Integer> by, Map<Integer, Mark> opinions) {
        BigDecimal sum = by.stream()
                .map(number -> Objects.requireNonNull(opinions.get(number)).fraction())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(by.size()), FRACTION_PLACES, RoundingMode.HALF_UP);
    }

    private static MarkedSlot shown(List<Mark> counted) {
        Map<String, BigDecimal> points = new HashMap<>();
        counted.forEach(mark -> mark.points().forEach((token, given) -> points.merge(token, given, BigDecimal::add)));
        points.replaceAll(
                (token, sum) -> sum.divide(BigDecimal.valueOf(counted.size()), POINT_PLACES, RoundingMode.HALF_UP));
        return new MarkedSlot(
                points,
                counted.stream()
                        .map(Mark::comment)
                        .filter(comment -> !comment.isEmpty())
                        .distinct()
                        .toList());
    }

    private static Map<Integer, Map<Integer, Mark>> bySlot(List<Mark> marks) {
        return marks.stream()
                .collect(
                        Collectors.groupingBy(Mark::slot, TreeMap::new, Collectors.toMap(Mark::opinion, mark -> mark)));
    }

    private static boolean hasWritten(Form form) {
        return form.slots().stream().anyMatch(slot -> slot.key() instanceof SlotKey.Written);
    }
}

package org.lianbing.exam;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.PersonId;

/**
 * What a correction will do, before anything changes.
 *
 * @param basis the generation of the form's keys from which it was computed; an approval names it
 * @param maxBefore what can be reached now
 * @param maxAfter what can be reached then
 * @param passBefore the score that it takes to pass now
 * @param passAfter the same then
 * @param lines everybody who has a score, the best then first; who is void stands without places
 */
public record CorrectionPreview(
        int basis,
        BigDecimal maxBefore,
        BigDecimal maxAfter,
        BigDecimal passBefore,
        BigDecimal passAfter,
        List<Line> lines) {

    /** One candidate. */
    public record Line(
            PersonId person,
            BigDecimal before,
            BigDecimal after,
            boolean passedBefore,
            boolean passesAfter,
            @Nullable Integer placeBefore,
            @Nullable Integer placeAfter) {

        /** Whether the score is another one. */
        public boolean changes() {
            return before.compareTo(after) != 0;
        }

        /** Whether anything that is told about the candidate is another. */
        public boolean concerns() {
            return changes() || passedBefore != passesAfter || placeBefore != null && !placeBefore.equals(placeAfter);
        }
    }

    public CorrectionPreview {
        lines = List.copyOf(lines);
    }

    /** How many get another score. */
    public int changing() {
        return (int) lines.stream().filter(Line::changes).count();
    }

    /** Who passes then and does not now. */
    public List<Line> up() {
        return lines.stream()
                .filter(line -> !line.passedBefore() && line.passesAfter())
                .toList();
    }

    /** Who passes now and does not then. */
    public List<Line> down() {
        return lines.stream()
                .filter(line -> line.passedBefore() && !line.passesAfter())
                .toList();
    }

    /** How many change places. */
    public int moving() {
        return (int) lines.stream()
                .filter(line ->
                        line.placeBefore() != null && !line.placeBefore().equals(line.placeAfter()))
                .count();
    }

    /** How many change by how much, the largest loss first. */
    public Map<BigDecimal, Long> distribution() {
        return lines.stream()
                .filter(Line::changes)
                .collect(Collectors.groupingBy(
                        line -> line.after().subtract(line.before()).stripTrailingZeros(),
                        TreeMap::new,
                        Collectors.counting()));
    }
}

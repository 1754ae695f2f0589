package org.lianbing.paper;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.lianbing.base.Level;
import org.lianbing.base.Problem;

/**
 * How much of a paper comes from the items of which level, such as 70 % 高级工 and 30 % 中级工. What foundations are due
 * belongs to no level.
 *
 * @param percents of each level in percent, 1 to 100; together 100
 */
public record LevelMix(Map<Level, Integer> percents) {

    private static final int WHOLE = 100;

    public LevelMix {
        percents = Map.copyOf(percents);
        if (percents.values().stream().anyMatch(percent -> percent < 1 || percent > WHOLE)
                || percents.values().stream().mapToInt(Integer::intValue).sum() != WHOLE) {
            throw Problem.invalid("paper.levels").with("field", "levels");
        }
    }

    /** The levels, the highest first. */
    public List<Level> levels() {
        return percents.keySet().stream()
                .sorted(Comparator.comparingInt(Level::rank).reversed())
                .toList();
    }

    /** The same as a set. */
    Set<Level> all() {
        return percents.keySet();
    }

    /** How many of {@code total} each level should give: by largest remainder, ties to the higher one. */
    Map<Level, Integer> quotas(int total) {
        return quotas(List.of(total)).getFirst();
    }

    /** The same of one section after another: what rounding leaves of one counts in the next. */
    List<Map<Level, Integer>> quotas(List<Integer> counts) {
        Map<Level, Integer> owed = new EnumMap<>(Level.class);
        return counts.stream().map(count -> quotas(count, owed)).toList();
    }

    /**
     * @param owed hundredths of an item that each level is short of, or has too many of; changed by what it gets
     */
    private Map<Level, Integer> quotas(int count, Map<Level, Integer> owed) {
        Map<Level, Integer> quotas = new EnumMap<>(Level.class);
        percents.forEach((level, percent) -> {
            owed.merge(level, count * percent, Integer::sum);
            quotas.put(level, 0);
        });
        for (int n = 0; n < count; n++) {
            Level most = Collections.max(levels(), Comparator.comparingInt(level -> owed.getOrDefault(level, 0)));
            owed.merge(most, -WHOLE, Integer::sum);
            quotas.merge(most, 1, Integer::sum);
        }
        return quotas;
    }
}

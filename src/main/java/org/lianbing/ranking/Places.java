package org.lianbing.ranking;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Places before they stand on a board, by the same rule as there: score, then time used, then who handed in first; who
 * is equal in all of them shares a place.
 */
public final class Places {

    private static final Comparator<BoardResult> RULE = Comparator.comparing(BoardResult::score)
            .reversed()
            .thenComparing(one -> one.timeUsed().toMillis())
            .thenComparing(BoardResult::endedAt);

    private Places() {}

    /** The place of everybody, from 1. */
    public static Map<SubjectId, Integer> of(List<BoardResult> results) {
        List<BoardResult> best = results.stream().sorted(RULE).toList();
        Map<SubjectId, Integer> places = new HashMap<>();
        int place = 0;
        for (int at = 0; at < best.size(); at++) {
            if (at == 0 || RULE.compare(best.get(at - 1), best.get(at)) != 0) {
                place = at + 1;
            }
            places.put(best.get(at).subject(), place);
        }
        return places;
    }
}
